package org.tieline.change.internal.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.asset.Criticality;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.ModelDraft;
import org.tieline.api.change.ModelState;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveRequest;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.sharing.Adoption;
import org.tieline.api.sharing.Finding;
import org.tieline.api.sharing.Shared;
import org.tieline.api.sharing.Sharing;
import org.tieline.change.internal.ChangeCase;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.sharing.internal.SqlSharing;

class SharingTest extends ChangeCase {
    private final Sharing sharing =
            SqlSharing.of(
                    sharingStore,
                    platform.access,
                    platform.centers,
                    List.of(new SharedChanges(changes), new SharedModels(models)));
    private final String other = platform.center();
    private final Caller there = Platform.caller(other, Role.CENTER_MANAGER);

    SharingTest(Engine engine) {
        super(engine);
    }

    private Change closed() {
        Change change =
                worked(
                        complete(
                                ChangeType.NORMAL,
                                Set.of(asset(Platform.unique("Desk"), Criticality.LOW))));
        changes.move(planner, change.id(), MoveRequest.of(Move.FINISH));
        reviewed(change);
        return changes.move(planner, change.id(), MoveRequest.close(ClosureCode.SUCCESSFUL));
    }

    private ChangeModel approvedModel() {
        ChangeModel model =
                models.create(
                        planner,
                        center,
                        Optional.empty(),
                        renamed(models.draftFrom(planner, closed().id())));
        return models.approve(manager, model.id(), model.version());
    }

    private static ModelDraft renamed(ModelDraft draft) {
        return renamed(draft, "When it fails");
    }

    private static ModelDraft renamed(ModelDraft draft, String when) {
        return new ModelDraft(
                Platform.unique("Model"),
                Optional.of(when),
                draft.why(),
                draft.what(),
                draft.assets(),
                draft.lasts(),
                draft.testPlan(),
                draft.backOutPlan(),
                draft.decideAfter(),
                draft.callsMeanwhile(),
                draft.tell(),
                draft.steps());
    }

    private Shared shared(Change change) {
        return sharing.publish(manager, Change.ref(change.id()), false, Set.of(other), Set.of());
    }

    @Test
    void anotherCenterMakesAChangeOfItsOwnFromIt() {
        Change change = closed();
        Shared shared = shared(change);
        assertThat(SharedPlan.of(shared).plan().assets()).isEmpty();
        assertThat(SharedPlan.of(shared).plan().steps()).allMatch(step -> step.owner().isEmpty());
        assertThat(SharedPlan.of(shared).learned()).contains("Label it");
        assertThat(sharing.list(there, SharedPlan.KIND, PageRequest.FIRST).items())
                .extracting(Shared::id)
                .contains(shared.id());
        Adoption adoption = sharing.adopt(there, shared.ref(), other, Optional.of("Our recorder"));
        Change own = changes.get(there, adoption.made().orElseThrow().id());
        assertThat(own.center()).isEqualTo(other);
        assertThat(own.state()).isEqualTo(ChangeState.DRAFT);
        assertThat(own.facts().title()).isEqualTo("Our recorder");
        assertThat(own.facts().backOutPlan()).isEqualTo(change.facts().backOutPlan());
        assertThat(sharing.origin(there, Change.ref(own.id())).map(Shared::id))
                .contains(shared.id());
        assertThatThrownBy(() -> sharing.adopt(there, shared.ref(), other, Optional.empty()))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> changes.get(there, change.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void aModelBecomesAProposedModel() {
        ChangeModel model = approvedModel();
        Shared shared =
                sharing.publish(manager, ChangeModel.ref(model.id()), true, Set.of(), Set.of());
        Adoption adoption = sharing.adopt(there, shared.ref(), other, Optional.empty());
        ChangeModel own = models.get(there, adoption.made().orElseThrow().id());
        assertThat(own.state()).isEqualTo(ModelState.PROPOSED);
        assertThat(own.facts().steps()).hasSameSizeAs(model.facts().steps());
        assertThat(sharing.origin(there, ChangeModel.ref(own.id()))).isPresent();
    }

    @Test
    void whatTellsOfAPersonDoesNotLeaveTheCenter() {
        ChangeModel model =
                models.create(
                        planner,
                        center,
                        Optional.empty(),
                        renamed(
                                models.draftFrom(planner, closed().id()),
                                "After Mr. John Doe of 12 Elm St. called from 410-555-0123"));
        RecordRef record =
                ChangeModel.ref(models.approve(manager, model.id(), model.version()).id());
        assertThat(sharing.findings(manager, record))
                .extracting(Finding::field, Finding::text)
                .containsExactly(
                        tuple("when", "Mr. John Doe"),
                        tuple("when", "12 Elm St."),
                        tuple("when", "410-555-0123"));
        Shared shared = sharing.publish(manager, record, true, Set.of(), Set.of("mr. john doe"));
        assertThat(SharedPlan.of(sharing.get(there, shared.ref())).plan().when())
                .contains(
                        "After Mr. John Doe of [street address removed] called from [phone number"
                                + " removed]");
    }

    @Test
    void everyRoleMayDoItsPart() {
        Change change = closed();
        Shared shared = shared(change);
        for (Role role : Role.values()) {
            Caller home = Platform.caller(center, role);
            Caller taker = Platform.caller(other, role);
            assertThat(sharing.get(home, shared.ref()).centers()).containsExactly(other);
            assertThat(sharing.get(taker, shared.ref()).id()).isEqualTo(shared.id());
            if (!Set.of(Role.CENTER_MANAGER, Role.COORDINATOR).contains(role)) {
                assertThatThrownBy(
                                () ->
                                        sharing.publish(
                                                home,
                                                Change.ref(change.id()),
                                                true,
                                                Set.of(),
                                                Set.of()))
                        .isInstanceOf(Forbidden.class);
                assertThatThrownBy(() -> sharing.withdraw(home, shared.ref()))
                        .isInstanceOf(Forbidden.class);
            }
            if (!Set.of(Role.CENTER_MANAGER, Role.CHANGE_MANAGER).contains(role)) {
                assertThatThrownBy(
                                () -> sharing.adopt(taker, shared.ref(), other, Optional.empty()))
                        .isInstanceOf(Forbidden.class);
            }
        }
        assertThatThrownBy(() -> sharing.withdraw(there, shared.ref()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void onlyWhatWasDoneOrApprovedIsShared() {
        Change draft = changes.create(planner, center, complete(ChangeType.NORMAL, Set.of()));
        assertThatThrownBy(
                        () ->
                                sharing.publish(
                                        manager,
                                        Change.ref(draft.id()),
                                        false,
                                        Set.of("nowhere"),
                                        Set.of()))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal ->
                                assertThat(refusal.errors())
                                        .extracting(error -> error.field())
                                        .containsExactlyInAnyOrder("record", "centers"));
    }
}
