package org.tieline.api.change;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.tieline.api.record.Attribute;

/**
 * When a change is planned to run, its back-out included.
 *
 * @param start the first moment
 * @param end the first moment after it; later than {@code start} by at most {@link #LONGEST}
 */
public record Window(
        @Attribute(label = "Start") Instant start, @Attribute(label = "End") Instant end) {
    public static final Duration LONGEST = Duration.ofDays(14);

    public Window {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
    }

    public boolean overlaps(Window other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(start) && moment.isBefore(end);
    }

    public Duration length() {
        return Duration.between(start, end);
    }
}
