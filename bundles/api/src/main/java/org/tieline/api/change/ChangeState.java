package org.tieline.api.change;

import java.util.EnumSet;
import java.util.Set;

/** Where a change is in its life. */
public enum ChangeState {
    /** Being written. */
    DRAFT,
    /** The change authority votes on it. */
    APPROVAL,
    APPROVED,
    /** It stands in the change schedule. */
    SCHEDULED,
    RUNNING,
    /** Stopped for the moment; what was done so far stays. */
    HELD,
    BACKING_OUT,
    /** The work has ended, one way or the other; what it was worth is written down. */
    REVIEW,
    /** Ended, with a {@link ClosureCode}. */
    CLOSED,
    /** Ended by a refusal of the change authority. */
    REFUSED,
    /** Ended before it ran. */
    CANCELLED;

    /** Those in which work on the floor is under way. */
    public static final Set<ChangeState> AT_WORK =
            Set.copyOf(EnumSet.of(RUNNING, HELD, BACKING_OUT));

    /** Those in which its window is claimed or asked for: others may collide with it. */
    public static final Set<ChangeState> CLAIMING =
            Set.copyOf(EnumSet.of(APPROVAL, APPROVED, SCHEDULED, RUNNING, HELD, BACKING_OUT));

    /** True if nothing follows. */
    public boolean isEnd() {
        return this == CLOSED || this == REFUSED || this == CANCELLED;
    }
}
