package org.tieline.http.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.BiConsumer;

/** The headers that every answer carries to keep browsers from doing what we do not need. */
final class SecurityHeaders {
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";
    private static final String PERMISSIONS_POLICY =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private SecurityHeaders() {}

    static void add(HttpServletResponse response, boolean secure, long hstsSeconds) {
        add(response::setHeader);
        if (secure && hstsSeconds > 0) {
            response.setHeader("Strict-Transport-Security", "max-age=" + hstsSeconds);
        }
    }

    /** Those that do not depend on the connection. */
    static void add(BiConsumer<String, String> headers) {
        headers.accept("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        headers.accept("Permissions-Policy", PERMISSIONS_POLICY);
        headers.accept("Referrer-Policy", "same-origin");
        headers.accept("X-Content-Type-Options", "nosniff");
        headers.accept("X-Frame-Options", "DENY");
        headers.accept("Cross-Origin-Opener-Policy", "same-origin");
        headers.accept("Cross-Origin-Resource-Policy", "same-origin");
    }
}
