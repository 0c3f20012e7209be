package org.tieline.change.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.access.Role;
import org.tieline.api.asset.Criticality;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveRequest;
import org.tieline.api.error.Invalid;
import org.tieline.change.internal.ChangeCase;
import org.tieline.change.internal.list.Outcomes;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;

class BulkTest extends ChangeCase {
    private final Bulk bulk = new Bulk(changes);

    BulkTest(Engine engine) {
        super(engine);
    }

    private ChangeDraft plain() {
        return complete(ChangeType.NORMAL, Set.of(asset(Platform.unique("Desk"), Criticality.LOW)));
    }

    @Test
    void eachFollowsItsOwnRules() {
        Change ready = changes.create(planner, center, plain());
        Change bare = changes.create(planner, center, ChangeDraft.of("Desks", ChangeType.NORMAL));
        Caller foreign = Platform.caller(platform.center(), Role.CENTER_MANAGER);
        List<Bulk.Result> results =
                bulk.move(
                        planner,
                        List.of(ready.id(), bare.id(), "nothing", ready.id()),
                        MoveRequest.of(Move.SUBMIT));
        assertThat(results).hasSize(3);
        assertThat(results.get(0).refused()).isEmpty();
        assertThat(results.get(0).change().map(Change::state)).contains(ChangeState.APPROVAL);
        assertThat(results.get(1).refused()).get().asString().contains("Why must say why");
        assertThat(results.get(1).change().map(Change::state)).contains(ChangeState.DRAFT);
        assertThat(results.get(2).change()).isEmpty();
        assertThat(bulk.move(foreign, List.of(ready.id()), MoveRequest.of(Move.CANCEL)))
                .singleElement()
                .satisfies(one -> assertThat(one.change()).isEmpty());
        assertThatThrownBy(() -> bulk.move(planner, List.of(), MoveRequest.of(Move.SUBMIT)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void whatWentWellIsCountedByType() {
        for (ClosureCode code : List.of(ClosureCode.SUCCESSFUL, ClosureCode.FAILED)) {
            Change change = worked(plain());
            changes.move(planner, change.id(), MoveRequest.of(Move.FINISH));
            reviewed(change);
            changes.move(planner, change.id(), MoveRequest.close(code));
        }
        changes.create(planner, center, plain());
        Reach here = new Reach(false, Set.of(center));
        Outcomes outcomes = Outcomes.in(store);
        assertThat(outcomes.since(here, now().minus(Duration.ofDays(1))))
                .containsExactly(new Outcomes.Rate(ChangeType.NORMAL, 1, 2));
        assertThat(outcomes.since(here, now().plus(Duration.ofDays(1)))).isEmpty();
        assertThat(new Outcomes.Rate(ChangeType.NORMAL, 2, 3).percent()).isEqualTo(67);
    }
}
