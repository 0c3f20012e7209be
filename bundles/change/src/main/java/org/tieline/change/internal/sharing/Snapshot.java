package org.tieline.change.internal.sharing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.ModelDraft;
import org.tieline.api.change.ModelState;
import org.tieline.api.change.StepPlan;
import org.tieline.api.change.Window;
import org.tieline.api.error.FieldError;

/**
 * What others get to see of a change or model: no assets, nobody's name.
 *
 * @param faults why it cannot be shared
 */
record Snapshot(
        String center,
        ModelDraft plan,
        Optional<ClosureCode> ended,
        Optional<String> learned,
        List<FieldError> faults) {
    static Snapshot of(Change change) {
        ChangeDraft facts = change.facts();
        boolean closed =
                change.state() == ChangeState.CLOSED
                        && !change.closure().equals(Optional.of(ClosureCode.CANCELLED));
        return new Snapshot(
                change.center(),
                new ModelDraft(
                        facts.title(),
                        Optional.empty(),
                        facts.why(),
                        facts.what(),
                        Set.of(),
                        facts.window().map(Window::length).orElse(Duration.ofHours(1)),
                        facts.testPlan(),
                        facts.backOutPlan(),
                        facts.decideAfter(),
                        facts.callsMeanwhile(),
                        facts.tell(),
                        nameless(facts.steps())),
                change.closure(),
                change.review().flatMap(review -> review.facts().learned()),
                closed ? List.of() : fault("must be a change that was done and is closed"));
    }

    static Snapshot of(ChangeModel model) {
        ModelDraft facts = model.facts();
        return new Snapshot(
                model.center(),
                new ModelDraft(
                        facts.name(),
                        facts.when(),
                        facts.why(),
                        facts.what(),
                        Set.of(),
                        facts.lasts(),
                        facts.testPlan(),
                        facts.backOutPlan(),
                        facts.decideAfter(),
                        facts.callsMeanwhile(),
                        facts.tell(),
                        nameless(facts.steps())),
                Optional.empty(),
                Optional.empty(),
                model.state() == ModelState.APPROVED
                        ? List.of()
                        : fault("must be an approved standard change"));
    }

    private static List<FieldError> fault(String message) {
        return new ArrayList<>(List.of(new FieldError("record", message)));
    }

    private static List<StepPlan> nameless(List<StepPlan> steps) {
        return steps.stream()
                .map(
                        step ->
                                new StepPlan(
                                        Optional.empty(),
                                        step.kind(),
                                        step.what(),
                                        Optional.empty(),
                                        step.startsAfter(),
                                        step.lasts()))
                .toList();
    }
}
