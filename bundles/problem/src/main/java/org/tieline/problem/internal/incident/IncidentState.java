package org.tieline.problem.internal.incident;

import java.util.Set;

/** Where an incident is. */
public enum IncidentState {
    NEW,
    ASSIGNED,
    IN_PROGRESS,
    ON_HOLD,
    RESOLVED,
    CLOSED;

    /** While the service is not restored. */
    public static final Set<IncidentState> OPEN = Set.of(NEW, ASSIGNED, IN_PROGRESS, ON_HOLD);
}
