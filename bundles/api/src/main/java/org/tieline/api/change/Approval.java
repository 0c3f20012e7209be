package org.tieline.api.change;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The approval of a change. All of its authorities must agree; one person counts for each authority
 * that they belong to. Nobody approves a change that they wrote or do themselves.
 *
 * @param status how far it is
 * @param round counts how often approval was asked for; votes of earlier rounds no longer count
 * @param authorities whose agreement it needs in this round; none before it is asked
 * @param votes of all rounds, in the order in which they were given
 * @param askedAgain why this round was asked for, if what was approved was changed
 */
public record Approval(
        ApprovalStatus status,
        int round,
        List<Authority> authorities,
        List<Vote> votes,
        Optional<String> askedAgain) {
    public static final Approval NONE =
            new Approval(ApprovalStatus.NOT_ASKED, 0, List.of(), List.of(), Optional.empty());

    public Approval {
        Objects.requireNonNull(status, "status");
        authorities = List.copyOf(authorities);
        votes = List.copyOf(votes);
        Objects.requireNonNull(askedAgain, "askedAgain");
    }

    /** Returns the votes of this round. */
    public Stream<Vote> current() {
        return votes.stream().filter(vote -> vote.round() == round);
    }

    /** Returns how many different people have approved for an authority in this round. */
    public int approvals(Authority authority) {
        return (int)
                current()
                        .filter(vote -> vote.choice() == VoteChoice.APPROVE)
                        .filter(vote -> vote.roles().stream().anyMatch(authority.roles()::contains))
                        .map(vote -> vote.voter().id())
                        .distinct()
                        .count();
    }

    /** Returns whether an authority has agreed in this round. */
    public boolean agreed(Authority authority) {
        return approvals(authority) >= authority.quorum();
    }
}
