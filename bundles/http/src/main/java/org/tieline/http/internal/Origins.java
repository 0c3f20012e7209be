package org.tieline.http.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.tieline.api.access.Via;
import org.tieline.core.signin.Origin;

/** Tells where requests come from. */
final class Origins {
    private final boolean trustProxy;

    Origins(boolean trustProxy) {
        this.trustProxy = trustProxy;
    }

    Origin of(HttpServletRequest request, String id) {
        return new Origin(
                isApi(request) ? Via.API : Via.PAGE,
                address(request),
                id,
                HttpCookies.read(request, HttpCookies.POSITION),
                HttpCookies.read(request, HttpCookies.DEVICE));
    }

    boolean secure(HttpServletRequest request) {
        return request.isSecure()
                || trustProxy && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }

    static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(ProblemAnswers.JSON_PATHS);
    }

    /** The last address of X-Forwarded-For is the one that the trusted proxy itself saw. */
    private String address(HttpServletRequest request) {
        return Optional.ofNullable(trustProxy ? request.getHeader("X-Forwarded-For") : null)
                .map(header -> header.substring(header.lastIndexOf(',') + 1).strip())
                .filter(address -> address.matches("[0-9A-Fa-f.:]{2,45}"))
                .orElseGet(request::getRemoteAddr);
    }
}
