package org.tieline.problem.internal.problem;

/** Where a problem is. */
public enum ProblemState {
    NEW,
    ACCEPTED,
    UNDER_ANALYSIS,
    KNOWN_ERROR,
    FIX_IN_PROGRESS,
    RESOLVED,
    REJECTED,
    CLOSED
}
