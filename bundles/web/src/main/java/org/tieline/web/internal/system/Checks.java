package org.tieline.web.internal.system;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.tieline.core.health.HealthState;
import org.tieline.web.Tone;
import org.tieline.web.internal.Labels;

/** The health checks of all bundles. */
final class Checks {
    private final HealthCheckExecutor executor;

    Checks(HealthCheckExecutor executor) {
        this.executor = executor;
    }

    /** Runs every check now, the worst result first. */
    List<Check> run() {
        HealthCheckExecutionOptions options =
                new HealthCheckExecutionOptions().setCombineTagsWithOr(true);
        return executor.execute(HealthCheckSelector.tags("*"), options).stream()
                .sorted(
                        Comparator.comparing(
                                        (HealthCheckExecutionResult result) ->
                                                HealthState.of(result.getHealthCheckResult()))
                                .reversed()
                                .thenComparing(result -> title(result)))
                .map(Checks::told)
                .toList();
    }

    private static Check told(HealthCheckExecutionResult executed) {
        Result result = executed.getHealthCheckResult();
        List<String> reasons = new ArrayList<>();
        StreamSupport.stream(result.spliterator(), false)
                .filter(entry -> !entry.isDebug())
                .map(ResultLog.Entry::getMessage)
                .distinct()
                .limit(10)
                .forEach(reasons::add);
        HealthState state = HealthState.of(result);
        Tone tone =
                switch (state) {
                    case NOT_SET_UP -> Tone.QUIET;
                    case OK -> Tone.GOOD;
                    case WARN, TEMPORARILY_UNAVAILABLE -> Tone.NOTICE;
                    case CRITICAL, HEALTH_CHECK_ERROR -> Tone.BAD;
                };
        return new Check(title(executed), tone, state.words(), reasons);
    }

    private static String title(HealthCheckExecutionResult executed) {
        String title = executed.getHealthCheckMetadata().getTitle();
        return Labels.check(
                title == null || title.isBlank()
                        ? executed.getHealthCheckMetadata().getName()
                        : title);
    }
}
