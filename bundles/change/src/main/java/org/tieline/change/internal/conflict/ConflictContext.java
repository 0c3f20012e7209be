package org.tieline.change.internal.conflict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.change.FreezeDraft;
import org.tieline.api.change.FreezeState;
import org.tieline.api.record.Stored;
import org.tieline.change.internal.callprofile.CallLoad;
import org.tieline.change.internal.record.WallClock;

/**
 * All that a change may collide with, as its center sees it.
 *
 * @param center id of the center that the change belongs to
 * @param clock the clock of that center
 * @param implementer id of the person who carries it out
 * @param terrain what it touches
 * @param backedBy ids of the centers that back this one up
 * @param backs ids of the centers that this one backs up
 * @param names names of other centers, by id
 * @param others the other changes
 * @param freezes those of this center and of all
 * @param load how many calls the center takes, if it said
 */
record ConflictContext(
        String center,
        WallClock clock,
        Optional<String> implementer,
        MapNeighborhood terrain,
        Set<String> backedBy,
        Set<String> backs,
        Map<String, String> names,
        List<ScheduledChange> others,
        List<Stored<FreezeDraft, FreezeState>> freezes,
        Optional<CallLoad> load) {
    ConflictContext {
        backedBy = Set.copyOf(backedBy);
        backs = Set.copyOf(backs);
        names = Map.copyOf(names);
        others = List.copyOf(others);
        freezes = List.copyOf(freezes);
    }

    boolean isOwn(ScheduledChange other) {
        return other.center().equals(center);
    }
}
