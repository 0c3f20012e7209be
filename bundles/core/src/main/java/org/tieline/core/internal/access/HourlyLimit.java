package org.tieline.core.internal.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Lets so many pass in each hour of the clock. */
final class HourlyLimit {
    private final int most;
    private final Clock clock;
    private Instant hour = Instant.MIN;
    private int passed;

    HourlyLimit(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    synchronized boolean allows() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (!now.equals(hour)) {
            hour = now;
            passed = 0;
        }
        return passed++ < most;
    }
}
