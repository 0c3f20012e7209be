package org.tieline.change.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.asset.Criticality;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeConflict;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.ConflictKind;
import org.tieline.api.change.ModelDraft;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveRequest;
import org.tieline.api.change.StepKind;
import org.tieline.api.change.Window;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.change.internal.ChangeCase;
import org.tieline.change.internal.record.ChangePeople;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;

class StandardMoveTest extends ChangeCase {
    StandardMoveTest(Engine engine) {
        super(engine);
    }

    private Change scheduled() {
        ChangeDraft plain =
                complete(
                        ChangeType.NORMAL, Set.of(asset(Platform.unique("Desk"), Criticality.LOW)));
        ModelDraft proposal =
                new ModelDraft(
                        Platform.unique("Restart"),
                        Optional.of("When it hangs"),
                        plain.why(),
                        plain.what(),
                        plain.assets(),
                        plain.window().orElseThrow().length(),
                        plain.testPlan(),
                        plain.backOutPlan(),
                        plain.decideAfter(),
                        plain.callsMeanwhile(),
                        plain.tell(),
                        plain.steps());
        ChangeModel proposed = models.create(planner, center, Optional.empty(), proposal);
        ChangeModel model = models.approve(manager, proposed.id(), proposed.version());
        ChangeDraft draft = model.draft(Optional.of(soon().start()));
        Change change = changes.create(planner, center, draft);
        Change named =
                changes.update(planner, change.id(), change.version(), doneBy(change.facts()));
        return changes.move(planner, named.id(), MoveRequest.of(Move.SCHEDULE));
    }

    private ChangeDraft doneBy(ChangeDraft draft) {
        return new ChangeDraft(
                draft.title(),
                draft.type(),
                draft.model(),
                draft.why(),
                draft.what(),
                draft.assets(),
                draft.callPaths(),
                draft.risk(),
                draft.window(),
                Optional.of(implementer),
                draft.testPlan(),
                draft.backOutPlan(),
                draft.decideAfter(),
                draft.callsMeanwhile(),
                draft.tell(),
                draft.steps());
    }

    private static Window later(Change change, Duration by, Duration longer) {
        Window window = change.facts().window().orElseThrow();
        return new Window(window.start().plus(by), window.end().plus(by).plus(longer));
    }

    private Change moved(Change change, Duration longer) {
        return changes.update(
                planner,
                change.id(),
                change.version(),
                change.facts().at(later(change, Duration.ofDays(1), longer)));
    }

    @Test
    void whatIsOnlyMovedStaysInTheSchedule() {
        Change change = scheduled();
        Change moved = moved(change, Duration.ZERO);
        assertThat(moved.state()).isEqualTo(ChangeState.SCHEDULED);
        assertThat(changes.get(planner, change.id())).isEqualTo(moved);
    }

    @Test
    void whatTakesLongerThanItsModelSaysIsADraftAgain() {
        assertThat(moved(scheduled(), Duration.ofHours(1)).state()).isEqualTo(ChangeState.DRAFT);
    }

    @Test
    void whatWouldCollideIsNotMoved() {
        Change change = scheduled();
        inTheWay.add(
                new ChangeConflict(
                        ConflictKind.FREEZE, true, Optional.empty(), "The election is on."));
        assertThatThrownBy(() -> moved(change, Duration.ZERO))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("The election is on.");
    }

    private static final ChangeConflict BUSY =
            new ChangeConflict(
                    ConflictKind.BUSY_HOUR, false, Optional.empty(), "The phones ring a lot then.");

    @Test
    void whatCollidesSoftlyIsMovedOnlyForAReason() {
        Change change = scheduled();
        inTheWay.add(BUSY);
        assertThatThrownBy(() -> moved(change, Duration.ZERO))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal ->
                                assertThat(refusal.errors())
                                        .extracting(FieldError::field)
                                        .containsExactly("conflictReason"))
                .hasMessageContaining("The phones ring a lot then.");
        assertThat(changes.get(planner, change.id())).isEqualTo(change);
    }

    @Test
    void theReasonForAMoveStaysOnTheRecordAndIsNotAskedForAgain() {
        Change change = scheduled();
        inTheWay.add(BUSY);
        Window later = later(change, Duration.ofDays(1), Duration.ZERO);
        Change moved =
                changes.update(
                        planner,
                        change.id(),
                        change.version(),
                        change.facts().at(later),
                        Optional.of(" The vendor has no other day. "));
        assertThat(moved.state()).isEqualTo(ChangeState.SCHEDULED);
        assertThat(moved.conflicts())
                .singleElement()
                .satisfies(
                        known -> {
                            assertThat(known.reason()).contains("The vendor has no other day.");
                            assertThat(known.by()).contains(ChangePeople.who(planner));
                        });
        assertThat(platform.journal(center, change.id()))
                .last()
                .asString()
                .contains("The vendor has no other day.");
        assertThat(moved(moved, Duration.ZERO).state()).isEqualTo(ChangeState.SCHEDULED);
    }

    @Test
    void aReasonLetsNothingPassThatStandsAgainstIt() {
        Change change = scheduled();
        inTheWay.add(BUSY);
        inTheWay.add(
                new ChangeConflict(
                        ConflictKind.FREEZE, true, Optional.empty(), "The election is on."));
        assertThatThrownBy(
                        () ->
                                changes.update(
                                        planner,
                                        change.id(),
                                        change.version(),
                                        change.facts()
                                                .at(
                                                        later(
                                                                change,
                                                                Duration.ofDays(1),
                                                                Duration.ZERO)),
                                        Optional.of("I want to.")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("The election is on.");
    }

    @Test
    void theJournalTellsOnlyTheStepThatWasTicked() {
        Change change =
                approved(
                        complete(
                                ChangeType.NORMAL,
                                Set.of(asset(Platform.unique("Desk"), Criticality.LOW))));
        changes.move(planner, change.id(), MoveRequest.of(Move.SCHEDULE));
        done(change, StepKind.FLOOR_GO);
        assertThat(platform.journal(center, change.id()))
                .last()
                .asString()
                .startsWith("step-done")
                .contains("Ask the floor: done")
                .doesNotContain("Swap back");
    }
}
