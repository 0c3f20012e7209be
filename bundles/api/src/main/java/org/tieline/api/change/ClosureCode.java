package org.tieline.api.change;

/** How a change ended. */
public enum ClosureCode {
    SUCCESSFUL,
    /** Its aim was met, but something went wrong on the way. */
    WITH_ISSUES,
    BACKED_OUT,
    FAILED,
    /** It was given up before it ran. */
    CANCELLED
}
