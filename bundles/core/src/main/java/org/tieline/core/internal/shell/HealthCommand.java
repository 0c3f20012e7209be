package org.tieline.core.internal.shell;

import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.tieline.core.health.HealthState;

/** {@code tieline:health} */
@Service
@Command(
        scope = "tieline",
        name = "health",
        description = "Runs every health check; fails if one is not well")
public final class HealthCommand implements Action {
    @Reference private HealthCheckExecutor checks;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable().emptyTableText("No health checks");
        table.column("Check");
        table.column("State");
        table.column("Why");
        List<HealthCheckExecutionResult> results =
                checks.execute(
                        HealthCheckSelector.tags("*"),
                        new HealthCheckExecutionOptions().setCombineTagsWithOr(true));
        results.forEach(result -> addRow(table, result));
        table.print(System.out);
        long ill = results.stream().filter(one -> !state(one).well()).count();
        if (ill > 0) {
            throw new IllegalStateException(ill + " of " + results.size() + " are not well.");
        }
        return null;
    }

    /** A line for each reason, as they can be long. */
    private static void addRow(ShellTable table, HealthCheckExecutionResult result) {
        HealthState state = state(result);
        String check = result.getHealthCheckMetadata().getTitle();
        List<String> reasons = state == HealthState.OK ? List.of("") : reasons(result);
        table.addRow().addContent(check, state.words(), reasons.get(0));
        reasons.stream().skip(1).forEach(reason -> table.addRow().addContent("", "", reason));
    }

    private static List<String> reasons(HealthCheckExecutionResult result) {
        List<String> reasons =
                StreamSupport.stream(result.getHealthCheckResult().spliterator(), false)
                        .map(ResultLog.Entry::getMessage)
                        .toList();
        return reasons.isEmpty() ? List.of("") : reasons;
    }

    private static HealthState state(HealthCheckExecutionResult result) {
        return HealthState.of(result.getHealthCheckResult());
    }
}
