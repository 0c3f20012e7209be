package org.tieline.http.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.NotFoundException;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.core.access.PlatformOperations;
import org.tieline.core.health.HealthState;
import org.tieline.http.CurrentRequest;
import org.tieline.http.Json;
import org.tieline.http.Problems;

/**
 * Tells load balancers and people whether the program lives and is ready: 200 or 503, and the state
 * of each check. Why, which may tell how much there is of what, is for those who may see health or
 * metrics of the installation.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/health", "/health/*"})
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Map<String, HealthCheckSelector> CHECKS =
            Map.of(
                    "", HealthCheckSelector.tags("*"),
                    "/live", HealthCheckSelector.tags("live"),
                    "/ready", HealthCheckSelector.tags("ready"),
                    "/readable", HealthCheckSelector.tags("readable"));

    private static final HealthCheckExecutionOptions ANY_TAG =
            new HealthCheckExecutionOptions().setCombineTagsWithOr(true);

    private final transient HealthCheckExecutor executor;
    private final transient Problems problems;
    private final transient Access access;

    /**
     * @param services without it there would be nothing to be checked, which would look well
     */
    @Activate
    public HealthServlet(
            @Reference HealthCheckExecutor executor,
            @Reference Problems problems,
            @Reference Access access,
            @Reference(target = "(hc.name=services)") HealthCheck services) {
        this.executor = executor;
        this.problems = problems;
        this.access = access;
    }

    /**
     * @param status the worst of the checks
     */
    private record Health(HealthState status, List<Check> checks) {}

    /**
     * @param reason null if it is not for the one who asks
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Check(String name, HealthState status, String reason) {
        Check withoutReason() {
            return new Check(name, status, null);
        }

        static Check of(HealthCheckExecutionResult result) {
            Result found = result.getHealthCheckResult();
            return new Check(
                    result.getHealthCheckMetadata().getName(),
                    HealthState.of(found),
                    reason(found));
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
        boolean inside = isInside(CurrentRequest.of(request).caller());
        List<Check> checks =
                executor.execute(selector, ANY_TAG).stream()
                        .map(Check::of)
                        .map(check -> inside ? check : check.withoutReason())
                        .sorted(Comparator.comparing(Check::name))
                        .toList();
        HealthState worst =
                checks.stream()
                        .map(Check::status)
                        .max(Comparator.naturalOrder())
                        .orElse(HealthState.TEMPORARILY_UNAVAILABLE);
        byte[] body = Json.mapper().writeValueAsBytes(new Health(worst, checks));
        response.setStatus(
                worst.serves()
                        ? HttpServletResponse.SC_OK
                        : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private boolean isInside(Caller caller) {
        return Stream.of(PlatformOperations.SYSTEM_HEALTH, PlatformOperations.SYSTEM_METRICS)
                .anyMatch(right -> access.allows(caller, right, Caller.EVERYWHERE));
    }
}
