package org.tieline.problem.internal;

/** What is worked on first. */
public enum Priority {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW;

    private static final Priority[][] MATRIX = {
        {CRITICAL, HIGH, MEDIUM},
        {HIGH, MEDIUM, LOW},
        {MEDIUM, LOW, LOW}
    };

    /** Returns what follows from how far something reaches and how soon it must end. */
    public static Priority of(Level impact, Level urgency) {
        return MATRIX[impact.ordinal()][urgency.ordinal()];
    }
}
