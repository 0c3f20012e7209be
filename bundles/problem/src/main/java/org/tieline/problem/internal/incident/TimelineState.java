package org.tieline.problem.internal.incident;

/** An entry of a timeline stays as it was entered. */
public enum TimelineState {
    ENTERED
}
