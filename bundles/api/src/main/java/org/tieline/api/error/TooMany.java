package org.tieline.api.error;

import java.time.Duration;

/** Too many attempts in too short a time; may be tried again later. */
public final class TooMany extends Refusal {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public TooMany(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
