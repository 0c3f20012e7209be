package org.tieline.http.internal;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.tieline.api.access.Caller;
import org.tieline.core.signin.Origin;
import org.tieline.http.BodyTooLarge;
import org.tieline.http.CurrentRequest;
import org.tieline.http.Problem;
import org.tieline.http.Problems;

/**
 * The first to see every request: gives it an id, measures and logs it, limits its body, and lets
 * it finish when the program stops.
 */
@Component(service = Filter.class, property = "service.ranking:Integer=1000")
@HttpWhiteboardFilterPattern("/*")
public final class RequestFilter implements Filter {
    static final String ID_HEADER = "X-Request-Id";

    private static final Logger REQUESTS = LoggerFactory.getLogger("org.tieline.request");
    private static final Logger LOG = LoggerFactory.getLogger(RequestFilter.class);
    private static final String LINE = "{} {} {} {} ms {} bytes caller={} request={}";

    /** Set by the web server for a request that it let in before the stop began. */
    private static final String ADMITTED = "org.tieline.server.admitted";

    private final HttpSettings settings;
    private final Problems problems;
    private final Measurements measurements;
    private final Origins origins;
    private final OpenRequests openRequests = new OpenRequests();
    private final Optional<BundleContext> bundles;
    private final SynchronousBundleListener stop = this::stopping;

    @Activate
    public RequestFilter(
            @Reference HttpSettings settings,
            @Reference Problems problems,
            @Reference Measurements measurements,
            BundleContext bundles) {
        this.settings = settings;
        this.problems = problems;
        this.measurements = measurements;
        this.origins = new Origins(settings.trustProxy());
        this.bundles = Optional.ofNullable(bundles);
        this.bundles.ifPresent(context -> context.addBundleListener(stop));
        measurements.running(openRequests::count);
    }

    /** The framework says that it is going to stop before it stops the first bundle. */
    private void stopping(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING && event.getBundle().getBundleId() == 0) {
            drain();
        }
    }

    @Deactivate
    void deactivate() {
        bundles.ifPresent(context -> context.removeBundleListener(stop));
        drain();
    }

    private void drain() {
        try {
            if (!openRequests.drain(settings.stop())) {
                LOG.warn(
                        "{} requests had not finished after {} s and are cut off",
                        openRequests.count(),
                        settings.stop().toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        ServerErrors.install(in);
        boolean secure = origins.secure((HttpServletRequest) in);
        HttpServletRequest request =
                new SeenRequest(
                        (HttpServletRequest) in,
                        settings.maxBodyBytes(),
                        secure,
                        settings.publicUrl(),
                        secure || settings.publicTls());
        CountingResponse response =
                new CountingResponse(
                        new SiteResponse((HttpServletResponse) out, secure || settings.publicTls()),
                        (status, answer) ->
                                problems.send(Problem.failure(status), request, answer));
        String id = RequestIds.next();
        Origin origin = origins.of(request, id);
        new CurrentRequest(
                        origin,
                        secure,
                        Caller.anonymous(
                                origin.via(), Optional.of(origin.address()), Optional.of(id)),
                        Optional.empty())
                .keepIn(request);
        MDC.put("request", id);
        try {
            response.setHeader(ID_HEADER, id);
            SecurityHeaders.add(response, secure, settings.hstsSeconds());
            answer(request, response, chain);
            response.flushWriter();
        } finally {
            done(request, response, System.nanoTime() - start);
            MDC.remove("request");
        }
    }

    private void answer(HttpServletRequest request, CountingResponse response, FilterChain chain)
            throws IOException {
        if (!openRequests.begin(request.getAttribute(ADMITTED) != null)) {
            response.setHeader("Connection", "close");
            problems.send(
                    new ServiceUnavailableException(
                            Response.status(Response.Status.SERVICE_UNAVAILABLE)
                                    .header(HttpHeaders.RETRY_AFTER, 10)
                                    .build()),
                    request,
                    response);
            return;
        }
        try {
            Legibility.check(request);
            if (CrossSite.isForm(request)
                    && request.getContentLengthLong() > settings.maxBodyBytes()) {
                throw new BodyTooLarge(settings.maxBodyBytes());
            }
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            problems.send(e, request, response);
        } finally {
            openRequests.end();
        }
    }

    private void done(HttpServletRequest request, CountingResponse response, long nanos) {
        CurrentRequest current = CurrentRequest.of(request);
        measurements.answered(request, response.getStatus(), nanos);
        Object[] line = {
            request.getMethod(),
            path(request),
            response.getStatus(),
            nanos / 1_000_000,
            response.bytes(),
            current.caller().actor().id(),
            current.origin().request()
        };
        if (routine(request.getRequestURI()) && response.getStatus() < 400) {
            REQUESTS.debug(LINE, line);
        } else {
            REQUESTS.info(LINE, line);
        }
    }

    /**
     * What monitors and browsers ask again and again would push everything else away: it is told
     * only when it went wrong.
     */
    static boolean routine(String path) {
        return path.startsWith("/assets/")
                || path.equals("/health")
                || path.startsWith("/health/")
                || path.equals("/metrics");
    }

    /** Queries and one-time links may hold what nobody else should read. */
    private static String path(HttpServletRequest request) {
        String uri = request.getRequestURI().replaceAll("[^\\x21-\\x7e]", "?");
        return uri.length() > 200 ? uri.substring(0, 200) + "..." : uri;
    }
}
