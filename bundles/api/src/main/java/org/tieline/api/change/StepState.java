package org.tieline.api.change;

/** How far a step is. */
public enum StepState {
    OPEN,
    STARTED,
    /** Of a {@link StepKind#FLOOR_GO}: go. */
    DONE,
    /** Of a {@link StepKind#FLOOR_GO}: no-go. */
    FAILED,
    /** Left out, with the reason as its result. */
    SKIPPED;

    /** True if nothing is to be done about it any more. */
    public boolean isEnded() {
        return this == DONE || this == FAILED || this == SKIPPED;
    }
}
