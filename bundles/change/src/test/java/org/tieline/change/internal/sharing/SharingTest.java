package org.tieline.change.internal.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.asset.Criticality;
import org.tieline.api.change.Adoption;
import org.tieline.api.change.AdoptionFigures;
import org.tieline.api.change.AdoptionOutcome;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.ModelDraft;
import org.tieline.api.change.ModelState;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveRequest;
import org.tieline.api.change.Shared;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.sharing.Finding;
import org.tieline.change.internal.ChangeCase;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.sharing.redaction.Redaction;

class SharingTest extends ChangeCase {
    private final SqlSharing sharing =
            SqlSharing.in(
                    store, platform.access, platform.centers, changes, models, new Redaction());
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
        assertThat(shared.plan().assets()).isEmpty();
        assertThat(shared.plan().steps()).allMatch(step -> step.owner().isEmpty());
        assertThat(shared.learned()).contains("Label it");
        assertThat(sharing.list(there, PageRequest.FIRST).items())
                .extracting(Shared::id)
                .contains(shared.id());
        Adoption adoption = sharing.adopt(there, shared.id(), other, Optional.of("Our recorder"));
        Change own = changes.get(there, adoption.made().orElseThrow().id());
        assertThat(own.center()).isEqualTo(other);
        assertThat(own.state()).isEqualTo(ChangeState.DRAFT);
        assertThat(own.facts().title()).isEqualTo("Our recorder");
        assertThat(own.facts().backOutPlan()).isEqualTo(change.facts().backOutPlan());
        assertThat(sharing.origin(there, Change.ref(own.id())).map(Shared::id))
                .contains(shared.id());
        assertThatThrownBy(() -> sharing.adopt(there, shared.id(), other, Optional.empty()))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> changes.get(there, change.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void aModelBecomesAProposedModel() {
        ChangeModel model = approvedModel();
        Shared shared =
                sharing.publish(manager, ChangeModel.ref(model.id()), true, Set.of(), Set.of());
        Adoption adoption = sharing.adopt(there, shared.id(), other, Optional.empty());
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
        assertThat(sharing.get(there, shared.id()).plan().when())
                .contains(
                        "After Mr. John Doe of [street address removed] called from [phone number"
                                + " removed]");
    }

    @Test
    void whoMayNotShareDoesNotSeeWhatWasFound() {
        RecordRef record = Change.ref(closed().id());
        assertThatThrownBy(() -> sharing.findings(there, record)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sharing.findings(staff, record)).isInstanceOf(Forbidden.class);
    }

    @Test
    void whoItIsNotSharedWithDoesNotKnowOfIt() {
        Shared shared = shared(closed());
        Caller stranger = Platform.caller(platform.center(), Role.CENTER_MANAGER);
        assertThatThrownBy(() -> sharing.get(stranger, shared.id())).isInstanceOf(NotFound.class);
        assertThat(sharing.list(stranger, PageRequest.FIRST).items()).doesNotContain(shared);
        assertThatThrownBy(() -> sharing.adopt(stranger, shared.id(), other, Optional.empty()))
                .isInstanceOf(NotFound.class);
        Caller both =
                Platform.caller(
                        Map.of(
                                other,
                                Set.of(Role.READER),
                                platform.center(),
                                Set.of(Role.CENTER_MANAGER)));
        String third =
                both.roles().keySet().stream().filter(id -> !id.equals(other)).findFirst().get();
        assertThatThrownBy(() -> sharing.adopt(both, shared.id(), third, Optional.empty()))
                .isInstanceOf(NotFound.class);
        assertThat(sharing.get(there, shared.id()).centers()).isEmpty();
    }

    @Test
    void everyRoleMayDoItsPart() {
        Change change = closed();
        Shared shared = shared(change);
        for (Role role : Role.values()) {
            Caller home = Platform.caller(center, role);
            Caller taker = Platform.caller(other, role);
            assertThat(sharing.get(home, shared.id()).centers()).containsExactly(other);
            assertThat(sharing.get(taker, shared.id()).id()).isEqualTo(shared.id());
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
                assertThatThrownBy(() -> sharing.withdraw(home, shared.id()))
                        .isInstanceOf(Forbidden.class);
            }
            if (!Set.of(Role.CENTER_MANAGER, Role.CHANGE_MANAGER).contains(role)) {
                assertThatThrownBy(() -> sharing.adopt(taker, shared.id(), other, Optional.empty()))
                        .isInstanceOf(Forbidden.class);
            }
        }
        assertThatThrownBy(() -> sharing.withdraw(there, shared.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void whatIsTakenBackStaysWithThoseWhoTookItOver() {
        Shared shared = shared(closed());
        sharing.adopt(there, shared.id(), other, Optional.empty());
        sharing.withdraw(manager, shared.id());
        assertThat(sharing.get(there, shared.id()).withdrawn()).isPresent();
        Shared never = shared(closed());
        sharing.withdraw(manager, never.id());
        assertThatThrownBy(() -> sharing.get(there, never.id())).isInstanceOf(NotFound.class);
        assertThat(platform.journal(center, never.id())).hasSize(2);
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

    @Test
    void figuresOfFewerThanThreeCentersAreKept() {
        Shared shared =
                sharing.publish(manager, Change.ref(closed().id()), true, Set.of(), Set.of());
        List<String> takers = List.of(other, platform.center(), platform.center());
        for (String taker : takers.subList(0, 2)) {
            Caller caller = Platform.caller(taker, Role.CHANGE_MANAGER);
            sharing.adopt(caller, shared.id(), taker, Optional.empty());
            sharing.outcome(
                    caller,
                    shared.id(),
                    taker,
                    AdoptionOutcome.ADAPTED,
                    Optional.empty(),
                    Optional.of(120));
            assertThat(sharing.figures(manager, List.of(shared.id()))).isEmpty();
            assertThat(sharing.adoptions(caller, shared.id()))
                    .singleElement()
                    .satisfies(one -> assertThat(one.minutesSaved()).contains(120));
        }
        Caller last = Platform.caller(takers.get(2), Role.CENTER_MANAGER);
        assertThatThrownBy(() -> rejected(last, shared, Optional.empty()))
                .isInstanceOf(Invalid.class);
        rejected(last, shared, Optional.of("Another vendor"));
        assertThat(sharing.figures(manager, List.of(shared.id())))
                .containsEntry(shared.id(), new AdoptionFigures(0, 2, 1, 0, 240));
        assertThat(sharing.adoptions(manager, shared.id())).isEmpty();
        assertThatThrownBy(
                        () ->
                                sharing.outcome(
                                        last,
                                        shared.id(),
                                        takers.get(2),
                                        AdoptionOutcome.BACKED_OUT,
                                        Optional.of("It failed"),
                                        Optional.empty()))
                .isInstanceOf(Conflict.class);
    }

    private Adoption rejected(Caller caller, Shared shared, Optional<String> reason) {
        return sharing.outcome(
                caller,
                shared.id(),
                caller.roles().keySet().iterator().next(),
                AdoptionOutcome.REJECTED,
                reason,
                Optional.empty());
    }
}
