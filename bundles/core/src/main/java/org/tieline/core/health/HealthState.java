package org.tieline.core.health;

import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.Result;
import org.tieline.spi.health.NotSetUp;

/** How what was checked stands; of several, the greatest is that of the whole. */
public enum HealthState {
    NOT_SET_UP("Not set up"),
    OK("Good"),
    WARN("Look at this"),
    TEMPORARILY_UNAVAILABLE("Starting"),
    CRITICAL("Bad"),
    HEALTH_CHECK_ERROR("Check failed");

    private final String words;

    HealthState(String words) {
        this.words = words;
    }

    /** Returns how a check's result stands. */
    public static HealthState of(Result result) {
        return switch (result.getStatus()) {
            case OK -> notSetUp(result) ? NOT_SET_UP : OK;
            case WARN -> WARN;
            case TEMPORARILY_UNAVAILABLE -> TEMPORARILY_UNAVAILABLE;
            case CRITICAL -> CRITICAL;
            case HEALTH_CHECK_ERROR -> HEALTH_CHECK_ERROR;
        };
    }

    private static boolean notSetUp(Result result) {
        return StreamSupport.stream(result.spliterator(), false)
                .anyMatch(entry -> entry.getException() instanceof NotSetUp);
    }

    /** Tells whether nobody has to do anything. */
    public boolean well() {
        return this == OK || this == NOT_SET_UP;
    }

    /** Tells whether the program serves. */
    public boolean serves() {
        return well() || this == WARN;
    }

    /** The state as people read it. */
    public String words() {
        return words;
    }
}
