package org.tieline.api.change;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.access.Role;
import org.tieline.api.record.Who;

/**
 * A vote.
 *
 * @param round the round of {@link Approval} in which it was given
 * @param voter who
 * @param standsFor in whose place, if the voter is their delegate
 * @param roles the roles in the center by which it counts
 * @param choice what
 * @param reason why, at most 1,000 characters
 * @param at when
 */
public record Vote(
        int round,
        Who voter,
        Optional<Who> standsFor,
        Set<Role> roles,
        VoteChoice choice,
        Optional<String> reason,
        Instant at) {
    public Vote {
        Objects.requireNonNull(voter, "voter");
        Objects.requireNonNull(standsFor, "standsFor");
        roles = Set.copyOf(roles);
        Objects.requireNonNull(choice, "choice");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
    }

    /** Returns whose vote it is. */
    public Who principal() {
        return standsFor.orElse(voter);
    }
}
