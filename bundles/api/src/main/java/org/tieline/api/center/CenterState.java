package org.tieline.api.center;

/**
 * Where a center is in its life. A closed center keeps its records; nobody works in it any more.
 */
public enum CenterState {
    PLANNED,
    ACTIVE,
    CLOSED
}
