package org.tieline.http.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ForbiddenException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.tieline.core.signin.Session;

/**
 * Refuses a write that a page of another site made the browser send: the browser's own word ({@code
 * Sec-Fetch-Site}, {@code Origin}) must not speak against it, and in a session the form or script
 * must bring the session's own value.
 */
final class CrossSite {
    static final String HEADER = "X-CSRF-Token";
    static final String FIELD = "csrf";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Optional<String> publicOrigin;

    CrossSite(Optional<URI> publicUrl) {
        publicOrigin = publicUrl.map(URI::toString);
    }

    /**
     * @throws ForbiddenException if it may come from elsewhere
     */
    void check(HttpServletRequest request, Optional<Session> session) {
        if (SAFE.contains(request.getMethod())) {
            return;
        }
        if (!sameSite(request)) {
            throw new ForbiddenException(
                    "This was sent from another site's page. Open Tieline itself and do it there.");
        }
        if (session.isPresent() && !sameSecret(session.get().csrf(), given(request))) {
            throw new ForbiddenException(
                    "This form does not belong to your session; perhaps you signed in again in"
                            + " another window. Load the page anew and repeat it.");
        }
    }

    private boolean sameSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null
                || origin.equals(publicOrigin.orElse(null))
                || origin.equals("http://" + request.getHeader("Host"))
                || origin.equals("https://" + request.getHeader("Host"));
    }

    private static String given(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        if (header != null) {
            return header;
        }
        String field = isForm(request) ? request.getParameter(FIELD) : null;
        return field == null ? "" : field;
    }

    /** Whether the body holds parameters, which the server reads by itself and keeps in memory. */
    static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith(FORM);
    }

    private static boolean sameSecret(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
