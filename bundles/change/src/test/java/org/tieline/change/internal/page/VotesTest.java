package org.tieline.change.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Actor;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.access.Via;
import org.tieline.api.change.Approval;
import org.tieline.api.change.ApprovalStatus;
import org.tieline.api.change.Authority;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.Vote;
import org.tieline.api.change.VoteChoice;
import org.tieline.api.record.Who;
import org.tieline.change.internal.approval.VotingRights;

class VotesTest {
    private static final Authority BOTH =
            new Authority("Both managers", Set.of(Role.CENTER_MANAGER), 2);

    private final Change asked =
            new SampleChanges(UnaryOperator.identity()).change(ChangeState.APPROVAL);

    private static Caller caller(String id, String center, Role role) {
        return new Caller(
                new Actor(id, id, Via.PAGE, Optional.empty(), Optional.empty()),
                Map.of(center, Set.of(role)),
                Optional.empty(),
                Optional.empty());
    }

    private static VotingRights.Held held(Caller caller) {
        return new VotingRights.Held(caller, true, List.of());
    }

    private static Caller manager(String id) {
        return caller(id, SampleChanges.CENTER, Role.CENTER_MANAGER);
    }

    @Test
    void whoBelongsToAnAuthorityIsAsked() {
        assertThat(held(manager("somebody")).waitsFor(asked)).isTrue();
        assertThat(held(caller("a", SampleChanges.CENTER, Role.READER)).on(asked)).isEmpty();
        assertThat(held(caller("b", "elsewhere", Role.CENTER_MANAGER)).on(asked)).isEmpty();
    }

    @Test
    void nobodyIsAskedAboutTheirOwnChange() {
        assertThat(held(manager(SampleChanges.DANA.id())).on(asked)).isEmpty();
        assertThat(held(manager(SampleChanges.CHRIS.id())).on(asked)).isEmpty();
    }

    @Test
    void whoHasVotedMayThinkAgainButIsNotWaitedFor() {
        assertThat(held(manager("morgan")).on(asked)).isNotEmpty();
        assertThat(held(manager("morgan")).waitsFor(asked)).isFalse();
    }

    @Test
    void nobodyIsAskedWhenItIsDecided() {
        Change approved = new SampleChanges(UnaryOperator.identity()).change(ChangeState.APPROVED);

        assertThat(held(manager("somebody")).on(approved)).isEmpty();
    }

    @Test
    void whoHasVotedForTwoIsToldThatTheyAreOnePerson() {
        Caller morgan = manager("morgan");
        Vote own = vote(Optional.empty());
        assertThat(DetailPages.once(morgan, asked(own))).isEmpty();
        Approval twice = asked(own, vote(Optional.of(new Who("boss", "Bo Boss"))));
        assertThat(DetailPages.once(morgan, twice)).contains("one person");
        assertThat(twice.approvals(BOTH)).isEqualTo(1);
    }

    private static Vote vote(Optional<Who> standsFor) {
        return new Vote(
                1,
                new Who("morgan", "Morgan"),
                standsFor,
                Set.of(Role.CENTER_MANAGER),
                VoteChoice.APPROVE,
                Optional.empty(),
                Instant.EPOCH);
    }

    private static Approval asked(Vote... votes) {
        return new Approval(
                ApprovalStatus.ASKED, 1, List.of(BOTH), List.of(votes), Optional.empty());
    }
}
