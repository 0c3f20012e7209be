package org.tieline.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.access.Caller;
import org.tieline.core.signin.Origin;
import org.tieline.core.signin.Session;

/**
 * What is known of the request that is being answered. A JAX-RS method takes it, or only its {@link
 * Caller} or {@link Session}, as a {@code @Context} parameter; a session that there is not is null
 * there.
 *
 * @param origin where it comes from; its request id is in the log and in every error answer
 * @param secure true if the browser speaks TLS, with us or with the proxy before us
 * @param caller who calls; anonymous before sign-in
 * @param session the session, if the caller came with the cookie of one
 */
public record CurrentRequest(
        Origin origin, boolean secure, Caller caller, Optional<Session> session) {
    private static final String ATTRIBUTE = CurrentRequest.class.getName();

    public CurrentRequest {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(session, "session");
    }

    /**
     * @throws IllegalStateException if the request did not come through the filters of this bundle
     */
    public static CurrentRequest of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof CurrentRequest current) {
            return current;
        }
        throw new IllegalStateException("The request did not pass the request filter");
    }

    /** Makes this what {@link #of} returns for the request from now on. */
    public void keepIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Returns this request with another caller. */
    public CurrentRequest as(Caller other) {
        return new CurrentRequest(origin, secure, other, session);
    }
}
