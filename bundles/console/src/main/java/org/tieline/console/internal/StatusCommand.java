package org.tieline.console.internal;

import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.tieline.spi.health.NotSetUp;

/** What {@code tieline status} prints. */
@Service
@Command(
        scope = "tieline",
        name = "status",
        description = "Says which version runs, where it answers and how it is")
public final class StatusCommand implements Action {
    @Reference HealthCheckExecutor checks;
    @Reference BundleContext context;

    @Override
    public Object execute() {
        System.out.println(
                "Tieline " + FrameworkUtil.getBundle(StatusCommand.class).getVersion() + " runs");
        System.out.println("  answers at  " + String.join(", ", endpoints()));
        System.out.println("  data in     " + context.getProperty("tieline.data"));
        for (HealthCheckExecutionResult check :
                checks.execute(
                        HealthCheckSelector.tags("*"),
                        new HealthCheckExecutionOptions().setCombineTagsWithOr(true))) {
            System.out.printf(
                    "  %-11s %s%n",
                    check.getHealthCheckMetadata().getTitle(), state(check.getHealthCheckResult()));
        }
        return null;
    }

    private static String state(Result found) {
        if (!found.isOk()) {
            return found.getStatus() + ": " + found;
        }
        return StreamSupport.stream(found.spliterator(), false)
                        .anyMatch(entry -> entry.getException() instanceof NotSetUp)
                ? "not set up"
                : "well";
    }

    private List<String> endpoints() {
        ServiceReference<HttpServiceRuntime> http =
                context.getServiceReference(HttpServiceRuntime.class);
        Object endpoints = http == null ? null : http.getProperty("osgi.http.endpoint");
        return endpoints instanceof String[] several
                ? List.of(several)
                : List.of(endpoints == null ? "no address" : endpoints.toString());
    }
}
