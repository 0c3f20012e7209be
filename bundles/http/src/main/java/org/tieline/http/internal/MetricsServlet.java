package org.tieline.http.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Refusal;
import org.tieline.api.error.Unauthenticated;
import org.tieline.core.access.PlatformOperations;
import org.tieline.http.CurrentRequest;
import org.tieline.http.Problems;

/** Measurements for Prometheus, for callers with the right {@code system.metrics}. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/metrics")
public final class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Registry registry;
    private final transient Access access;
    private final transient Problems problems;

    @Activate
    public MetricsServlet(
            @Reference Registry registry, @Reference Access access, @Reference Problems problems) {
        this.registry = registry;
        this.access = access;
        this.problems = problems;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            allow(CurrentRequest.of(request).caller());
        } catch (Refusal refusal) {
            problems.send(refusal, request, response);
            return;
        }
        byte[] body = registry.scrape().getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private void allow(Caller caller) {
        if (caller.actor().id().equals(Caller.ANONYMOUS)) {
            throw new Unauthenticated(
                    "Send the token of a service account with the right \"system.metrics\".");
        }
        access.require(
                caller,
                PlatformOperations.SYSTEM_METRICS,
                Caller.EVERYWHERE,
                new RecordRef("system", "metrics"));
    }
}
