package org.tieline.problem.internal.knownerror;

/** Whether the floor may rely on a known error. */
public enum KnownErrorState {
    DRAFT,
    PUBLISHED,
    RETIRED
}
