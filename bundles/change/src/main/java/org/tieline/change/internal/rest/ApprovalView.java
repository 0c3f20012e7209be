package org.tieline.change.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tieline.api.access.Role;
import org.tieline.api.change.Approval;
import org.tieline.api.change.ApprovalStatus;
import org.tieline.api.change.Authority;
import org.tieline.api.change.Vote;
import org.tieline.api.change.VoteChoice;

/** Who must approve a change, and who has. */
@Schema(name = "ChangeApproval")
public record ApprovalView(
        ApprovalStatus status,
        @Schema(description = "Counts how often approval was asked for") int round,
        @Schema(description = "Why it was asked for again") Optional<String> askedAgain,
        List<AuthorityView> authorities,
        List<VoteView> votes) {

    /** A change authority whose agreement is needed. */
    @Schema(name = "ChangeAuthority")
    public record AuthorityView(String name, List<Role> roles, int quorum, int approvals) {
        static AuthorityView of(Authority authority, Approval approval) {
            return new AuthorityView(
                    authority.name(),
                    authority.roles().stream().sorted().toList(),
                    authority.quorum(),
                    approval.approvals(authority));
        }
    }

    /** A vote. */
    @Schema(name = "ChangeVote")
    public record VoteView(
            int round,
            WhoView voter,
            @Schema(description = "In whose place a delegate voted") Optional<WhoView> standsFor,
            VoteChoice choice,
            Optional<String> reason,
            Instant at) {
        static VoteView of(Vote vote) {
            return new VoteView(
                    vote.round(),
                    WhoView.of(vote.voter()),
                    vote.standsFor().map(WhoView::of),
                    vote.choice(),
                    vote.reason(),
                    vote.at());
        }
    }

    static ApprovalView of(Approval approval) {
        return new ApprovalView(
                approval.status(),
                approval.round(),
                approval.askedAgain(),
                approval.authorities().stream()
                        .map(authority -> AuthorityView.of(authority, approval))
                        .toList(),
                approval.votes().stream().map(VoteView::of).toList());
    }
}
