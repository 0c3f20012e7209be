package org.tieline.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Turns what was thrown into an answer: problem details (RFC 9457) under {@code /api/}, the {@link
 * ErrorPage} elsewhere. What nobody foresaw is logged as ERROR, and the caller is told the
 * request's id and no more. Thread-safe.
 */
@ProviderType
public interface Problems {
    Response answer(Throwable failure, HttpServletRequest request);

    /** Sends the answer; does nothing if an answer is on its way already. */
    void send(Throwable failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException;
}
