package org.tieline.http.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.core.signin.Session;
import org.tieline.http.Cookies;
import org.tieline.http.CurrentRequest;

/** Cookies as RFC 6265bis has them; {@link SiteResponse} keeps them on this site. */
@Component
public final class HttpCookies implements Cookies {
    static final String SESSION = "tieline-session";
    static final String POSITION = "tieline-position";
    static final String DEVICE = "tieline-device";

    private static final int LONGEST_SECONDS = (int) Duration.ofDays(400).toSeconds();

    private final HttpSettings settings;

    @Activate
    public HttpCookies(@Reference HttpSettings settings) {
        this.settings = settings;
    }

    @Override
    public NewCookie session(Session session, CurrentRequest request) {
        return cookie(SESSION, session.secret(), NewCookie.DEFAULT_MAX_AGE, request);
    }

    @Override
    public NewCookie noSession(CurrentRequest request) {
        return cookie(SESSION, "", 0, request);
    }

    @Override
    public NewCookie position(String secret, CurrentRequest request) {
        return cookie(POSITION, secret, LONGEST_SECONDS, request);
    }

    @Override
    public NewCookie device(String secret, CurrentRequest request) {
        return cookie(DEVICE, secret, LONGEST_SECONDS, request);
    }

    @Override
    public NewCookie noPosition(CurrentRequest request) {
        return cookie(POSITION, "", 0, request);
    }

    private NewCookie cookie(String name, String value, int seconds, CurrentRequest request) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(request.secure() || settings.publicTls())
                .build();
    }

    static Optional<String> read(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
