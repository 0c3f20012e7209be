package org.tieline.change.internal.record;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tieline.api.error.FieldError;

/** How long something may take. */
public final class Durations {
    private Durations() {}

    public static List<FieldError> check(
            String field, Optional<Duration> duration, Duration least, Optional<Duration> most) {
        return duration.filter(given -> !fits(given, least, most))
                .map(
                        given ->
                                List.of(
                                        new FieldError(
                                                field,
                                                "must be whole minutes, at least "
                                                        + least.toMinutes()
                                                        + most.map(end -> words(end)).orElse(""))))
                .orElse(List.of());
    }

    private static String words(Duration most) {
        return " and at most " + most.toMinutes();
    }

    private static boolean fits(Duration given, Duration least, Optional<Duration> most) {
        return given.getNano() == 0
                && given.getSeconds() % 60 == 0
                && given.compareTo(least) >= 0
                && given.compareTo(most.orElse(Duration.ofDays(366))) <= 0;
    }
}
