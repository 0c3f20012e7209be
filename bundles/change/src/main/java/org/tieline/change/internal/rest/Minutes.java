package org.tieline.change.internal.rest;

import java.time.Duration;

/** Minutes as people send them; more than any limit stays more than any limit. */
final class Minutes {
    private static final long MOST = 1_000_000_000;

    private Minutes() {}

    static Duration of(long minutes) {
        return Duration.ofMinutes(Math.max(-MOST, Math.min(MOST, minutes)));
    }
}
