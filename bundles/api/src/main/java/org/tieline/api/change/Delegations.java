package org.tieline.api.change;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.record.RecordLife;
import org.tieline.api.record.Stored;

/**
 * Who votes on changes in whose place. A delegate reads the center's changes for that time, also
 * without a role there, and votes by the roles of whom they stand for, as long as those are held. A
 * delegation is named and ended, not edited. Thread-safe. Every method throws {@link NotFound} or
 * {@link Forbidden} as {@link org.tieline.api.access.Access} decides.
 */
@ProviderType
public interface Delegations extends RecordLife<Delegation, DelegationState> {
    /**
     * The move by which a delegate no longer votes; open to the holder and the center's manager.
     */
    String END = "end";

    Duration LONGEST = Duration.ofDays(92);

    /** How many that are not over somebody may give or be given. */
    int MOST = 50;

    /** Returns those that the caller gave or was given and that are not over, by their end. */
    List<Stored<Delegation, DelegationState>> own(Caller caller);

    /** Returns those of a center that are not over, by their end. */
    List<Stored<Delegation, DelegationState>> of(Caller caller, String center);

    /**
     * Names a delegate for the caller's own votes.
     *
     * @param delegate sign-in name of a person with a role in the center, or at home in a center
     *     that backs it up or that it backs up
     * @param until later than {@code from} by at most {@link #LONGEST}, and not past
     * @throws Invalid if a field is out of its range, or there is no such person
     * @throws Conflict if the caller has {@link #MOST} already
     */
    Stored<Delegation, DelegationState> name(
            Caller caller, String center, String delegate, Instant from, Instant until);
}
