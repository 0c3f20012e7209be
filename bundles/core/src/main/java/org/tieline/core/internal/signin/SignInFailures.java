package org.tieline.core.internal.signin;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.tieline.spi.metric.Metric;

/** Counts failures to sign in, by reason, since the process started. */
final class SignInFailures {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /**
     * @param reason one of few
     */
    void add(String reason) {
        counts.computeIfAbsent(reason.replace(' ', '-'), any -> new LongAdder()).increment();
    }

    List<Metric> metrics() {
        if (counts.isEmpty()) {
            return List.of(metric(Map.of("reason", "wrong-password"), 0));
        }
        return counts.entrySet().stream()
                .map(count -> metric(Map.of("reason", count.getKey()), count.getValue().sum()))
                .toList();
    }

    private static Metric metric(Map<String, String> labels, long count) {
        return Metric.counter(
                "tieline_sign_in_failures_total",
                "Failures to sign in, by reason; of machines too",
                labels,
                count);
    }
}
