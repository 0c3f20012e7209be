package org.tieline.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Shows on the screen what went wrong with a request outside {@code /api/}; registered as an OSGi
 * service. Without one, a line of plain text is shown.
 */
@ConsumerType
public interface ErrorPage {
    /**
     * Returns the answer: the problem's status and a page as a string, or a redirection, such as to
     * the sign-in. Must not fail. The request may be one that no resource matched.
     */
    Response show(Problem problem, HttpServletRequest request);
}
