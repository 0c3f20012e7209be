package org.tieline.api.change;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.CallPath;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;

/**
 * The night of a change: its steps and test calls. Several people work on it at once, so nothing
 * here asks for a version; what does not fit the state that things are in is refused. Holding,
 * resuming, backing out and finishing are moves, see {@link Changes#move}. Thread-safe. Every
 * method throws {@link NotFound} or {@link Forbidden} as {@link org.tieline.api.access.Access}
 * decides.
 */
@ProviderType
public interface ChangeRuns {
    /**
     * Says how far a step is. A step can be ended without having been started; it then takes no
     * time. Steps of kind prepare, notify and floor go may be ended as soon as the change is
     * scheduled, back-out steps while it is backed out, the others while it runs; a review step
     * during the review.
     *
     * @param state what it is from now on: started, done, failed or skipped; an ended step may be
     *     set to {@link StepState#OPEN} again while the change is at work
     * @param at when that was; empty for now. Not in the future, and no end before its beginning
     * @param result what came out, at most 1,000 characters; needed for failed and skipped
     * @throws Invalid if a time does not fit or a result is missing
     * @throws Conflict if the change's state, or a floor go that is not given, stands against it
     * @throws Forbidden if the implementer would give the floor's go
     */
    Change step(
            Caller caller,
            String id,
            String step,
            StepState state,
            Optional<Instant> at,
            Optional<String> result);

    /**
     * Records a test call, from when the change began until it is closed. At most 200 for a change.
     *
     * @param at when it was made; empty for now. Not in the future, not before the change began
     * @param note from where, to which position, what was seen; 1 to 1,000 characters
     * @throws Invalid if a field is out of its range
     * @throws Conflict if the change is not at work or under review
     */
    Change testCall(
            Caller caller,
            String id,
            CallPath path,
            boolean passed,
            Optional<Instant> at,
            String note);
}
