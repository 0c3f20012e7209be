package org.tieline.http.internal;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Refusal;
import org.tieline.api.error.Unauthenticated;
import org.tieline.core.signin.Session;
import org.tieline.core.signin.SignIn;
import org.tieline.http.CurrentRequest;
import org.tieline.http.Problems;

/**
 * Finds out who is calling, by the token of a machine or the session of a browser, and refuses what
 * another site's page made the browser send. Who brings neither goes on as nobody: what they may
 * see is decided where it is shown.
 */
@Component(service = Filter.class, property = "service.ranking:Integer=900")
@HttpWhiteboardFilterPattern("/*")
public final class SignInFilter implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(SignInFilter.class);
    private static final String SCHEME = "Bearer ";

    private final SignIn signIn;
    private final Problems problems;
    private final CrossSite crossSite;

    @Activate
    public SignInFilter(
            @Reference SignIn signIn,
            @Reference Problems problems,
            @Reference HttpSettings settings) {
        this.signIn = signIn;
        this.problems = problems;
        this.crossSite = new CrossSite(settings.publicUrl());
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) in;
        if (isHealth(request.getRequestURI())) {
            identifyIfPossible(request);
        } else if (!request.getRequestURI().startsWith("/assets/")) {
            try {
                identify(request);
            } catch (Refusal | WebApplicationException refusal) {
                problems.send(refusal, request, (HttpServletResponse) out);
                return;
            }
        }
        chain.doFilter(in, out);
    }

    private static boolean isHealth(String path) {
        return path.equals("/health") || path.startsWith("/health/");
    }

    /** Whether the program is well must be told even when the store cannot be asked. */
    private void identifyIfPossible(HttpServletRequest request) {
        try {
            identify(request);
        } catch (RuntimeException e) {
            LOG.debug("Who asks for the health cannot be found out", e);
        }
    }

    private void identify(HttpServletRequest request) {
        CurrentRequest current = CurrentRequest.of(request);
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            Caller caller = signIn.token(token(authorization), current.origin());
            current.as(caller).keepIn(request);
            return;
        }
        Optional<Session> session =
                HttpCookies.read(request, HttpCookies.SESSION)
                        .flatMap(secret -> signIn.session(secret, current.origin()));
        if (session.isPresent() || !Origins.isApi(request)) {
            crossSite.check(request, session);
        }
        session.ifPresent(
                found ->
                        new CurrentRequest(
                                        current.origin(), current.secure(), found.caller(), session)
                                .keepIn(request));
    }

    private static String token(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                || authorization.substring(SCHEME.length()).isBlank()) {
            throw new Unauthenticated(
                    "The Authorization header must be \"Bearer\" and a token of a service"
                            + " account.");
        }
        return authorization.substring(SCHEME.length()).strip();
    }
}
