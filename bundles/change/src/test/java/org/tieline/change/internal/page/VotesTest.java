package org.tieline.change.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Actor;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.access.Via;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeState;

class VotesTest {
    private final Change asked =
            new SampleChanges(UnaryOperator.identity()).change(ChangeState.APPROVAL);

    private static Caller caller(String id, String center, Role role) {
        return new Caller(
                new Actor(id, id, Via.PAGE, Optional.empty(), Optional.empty()),
                Map.of(center, Set.of(role)),
                Optional.empty(),
                Optional.empty());
    }

    private static Caller manager(String id) {
        return caller(id, SampleChanges.CENTER, Role.CENTER_MANAGER);
    }

    @Test
    void whoBelongsToAnAuthorityIsAsked() {
        assertThat(Votes.waitsFor(manager("somebody"), asked)).isTrue();
        assertThat(Votes.may(caller("a", SampleChanges.CENTER, Role.READER), asked)).isFalse();
        assertThat(Votes.may(caller("b", "elsewhere", Role.CENTER_MANAGER), asked)).isFalse();
    }

    @Test
    void nobodyIsAskedAboutTheirOwnChange() {
        assertThat(Votes.may(manager(SampleChanges.DANA.id()), asked)).isFalse();
        assertThat(Votes.may(manager(SampleChanges.CHRIS.id()), asked)).isFalse();
    }

    @Test
    void whoHasVotedMayThinkAgainButIsNotWaitedFor() {
        assertThat(Votes.may(manager("morgan"), asked)).isTrue();
        assertThat(Votes.waitsFor(manager("morgan"), asked)).isFalse();
    }

    @Test
    void nobodyIsAskedWhenItIsDecided() {
        Change approved = new SampleChanges(UnaryOperator.identity()).change(ChangeState.APPROVED);

        assertThat(Votes.may(manager("somebody"), approved)).isFalse();
    }
}
