package org.tieline.change.internal.sharing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
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
    private static final int MAX_NAME = 200;
    private static final int MAX_TEXT = 4_000;
    private static final int MAX_STEP = 500;

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

    /** All free text that others see, by the name that its field has in the API. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        map(
                (field, text) -> {
                    texts.put(field, text);
                    return text;
                });
        return texts;
    }

    /**
     * Returns the same with other texts; what becomes too long for its field is cut.
     *
     * @param change gets field and text
     */
    Snapshot map(BinaryOperator<String> change) {
        return new Snapshot(
                center,
                new ModelDraft(
                        cut(change.apply("name", plan.name()), MAX_NAME),
                        map("when", plan.when(), change),
                        map("why", plan.why(), change),
                        map("what", plan.what(), change),
                        plan.assets(),
                        plan.lasts(),
                        map("testPlan", plan.testPlan(), change),
                        map("backOutPlan", plan.backOutPlan(), change),
                        plan.decideAfter(),
                        map("callsMeanwhile", plan.callsMeanwhile(), change),
                        map("tell", plan.tell(), change),
                        IntStream.range(0, plan.steps().size())
                                .mapToObj(place -> step(place, change))
                                .toList()),
                ended,
                map("learned", learned, change),
                faults);
    }

    private static Optional<String> map(
            String field, Optional<String> text, BinaryOperator<String> change) {
        return text.map(one -> cut(change.apply(field, one), MAX_TEXT));
    }

    private StepPlan step(int place, BinaryOperator<String> change) {
        StepPlan step = plan.steps().get(place);
        String what = cut(change.apply("steps[" + place + "].what", step.what()), MAX_STEP);
        return new StepPlan(
                step.id(), step.kind(), what, step.owner(), step.startsAfter(), step.lasts());
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
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
