package org.tieline.http.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.NotFoundException;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.tieline.http.Json;
import org.tieline.http.Problems;

/**
 * Tells load balancers and people whether the program lives and is ready: 200 or 503, and why. Says
 * nothing that not everybody may know.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/health", "/health/*"})
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Set<Result.Status> GOOD = Set.of(Result.Status.OK, Result.Status.WARN);
    private static final Map<String, HealthCheckSelector> CHECKS =
            Map.of(
                    "", HealthCheckSelector.tags("live", "ready"),
                    "/live", HealthCheckSelector.tags("live"),
                    "/ready", HealthCheckSelector.tags("ready"),
                    "/readable", HealthCheckSelector.tags("readable"));

    private static final HealthCheckExecutionOptions ANY_TAG =
            new HealthCheckExecutionOptions().setCombineTagsWithOr(true);

    private final transient HealthCheckExecutor executor;
    private final transient Problems problems;

    /**
     * @param services without it there would be nothing to be checked, which would look well
     */
    @Activate
    public HealthServlet(
            @Reference HealthCheckExecutor executor,
            @Reference Problems problems,
            @Reference(target = "(hc.name=services)") HealthCheck services) {
        this.executor = executor;
        this.problems = problems;
    }

    /**
     * @param status the worst of the checks
     */
    private record Health(Result.Status status, List<Check> checks) {}

    private record Check(String name, Result.Status status, String reason) {
        static Check of(HealthCheckExecutionResult result) {
            Result found = result.getHealthCheckResult();
            return new Check(
                    result.getHealthCheckMetadata().getName(), found.getStatus(), reason(found));
        }

        private static String reason(Result found) {
            return StreamSupport.stream(found.spliterator(), false)
                    .filter(entry -> !entry.isDebug())
                    .max(Comparator.comparing(ResultLog.Entry::getStatus))
                    .map(ResultLog.Entry::getMessage)
                    .orElse("");
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        HealthCheckSelector selector = CHECKS.get(path);
        if (selector == null) {
            problems.send(new NotFoundException(), request, response);
            return;
        }
        List<Check> checks =
                executor.execute(selector, ANY_TAG).stream()
                        .map(Check::of)
                        .sorted(Comparator.comparing(Check::name))
                        .toList();
        Result.Status worst =
                checks.stream()
                        .map(Check::status)
                        .max(Comparator.naturalOrder())
                        .orElse(Result.Status.TEMPORARILY_UNAVAILABLE);
        byte[] body = Json.mapper().writeValueAsBytes(new Health(worst, checks));
        response.setStatus(
                GOOD.contains(worst)
                        ? HttpServletResponse.SC_OK
                        : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
