package org.tieline.change.internal.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Objects;

/**
 * The clock on the wall of a center. What is said of it holds whenever it shows that time: twice in
 * the hour that comes twice in autumn, never in the one that spring leaves out.
 */
public record WallClock(ZoneId zone) {
    public WallClock {
        Objects.requireNonNull(zone, "zone");
    }

    public LocalDateTime at(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    /**
     * Returns when the clock shows this time, or when it is set before that, whichever comes first:
     * up to then it runs evenly.
     *
     * @param shown later than what it shows at {@code instant}
     */
    public Instant until(Instant instant, LocalDateTime shown) {
        Instant even = instant.plus(Duration.between(at(instant), shown));
        ZoneOffsetTransition next = zone.getRules().nextTransition(instant);
        return next != null && next.getInstant().isBefore(even) ? next.getInstant() : even;
    }
}
