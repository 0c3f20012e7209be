package org.tieline.change.internal.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.ModelDraft;
import org.tieline.api.change.ModelState;
import org.tieline.api.change.StepKind;
import org.tieline.api.change.StepPlan;
import org.tieline.api.change.Window;
import org.tieline.api.error.FieldError;
import org.tieline.change.internal.record.ChangeFacts;
import org.tieline.change.internal.record.ChangeRules;
import org.tieline.change.internal.record.Durations;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.JournalFields;
import org.tieline.core.record.Texts;

/** What a change model may look like, and what a standard change takes from it. */
public final class ModelRules {
    private static final int MAX_NAME = 120;
    private static final int MAX_TEXT = ChangeDraft.MAX_TEXT;

    private ModelRules() {}

    /** Returns a draft in which what says nothing is empty. */
    static ModelDraft clean(ModelDraft draft) {
        return new ModelDraft(
                draft.name(),
                ChangeRules.said(draft.when()),
                ChangeRules.said(draft.why()),
                ChangeRules.said(draft.what()),
                draft.assets(),
                draft.lasts(),
                ChangeRules.said(draft.testPlan()),
                ChangeRules.said(draft.backOutPlan()),
                draft.decideAfter(),
                ChangeRules.said(draft.callsMeanwhile()),
                ChangeRules.said(draft.tell()),
                draft.steps().stream().map(ModelRules::withoutId).toList());
    }

    /** Returns the plans of a change as those of a model with this name. */
    public static ModelDraft plans(Change change, String name) {
        ChangeDraft facts = change.facts();
        return new ModelDraft(
                name,
                Optional.empty(),
                facts.why(),
                facts.what(),
                facts.assets(),
                facts.window().map(Window::length).orElse(Duration.ofHours(1)),
                facts.testPlan(),
                facts.backOutPlan(),
                facts.decideAfter(),
                facts.callsMeanwhile(),
                facts.tell(),
                plain(facts.steps()));
    }

    static StepPlan withoutId(StepPlan plan) {
        return new StepPlan(
                Optional.empty(),
                plan.kind(),
                plan.what(),
                plan.owner(),
                plan.startsAfter(),
                plan.lasts());
    }

    static List<FieldError> check(ModelDraft draft) {
        List<FieldError> errors = new ArrayList<>(Texts.check("name", draft.name(), MAX_NAME));
        errors.addAll(ChangeRules.text("when", draft.when(), MAX_TEXT));
        errors.addAll(ChangeRules.text("why", draft.why(), MAX_TEXT));
        errors.addAll(ChangeRules.text("what", draft.what(), MAX_TEXT));
        errors.addAll(ChangeRules.text("testPlan", draft.testPlan(), MAX_TEXT));
        errors.addAll(ChangeRules.text("backOutPlan", draft.backOutPlan(), MAX_TEXT));
        errors.addAll(ChangeRules.text("callsMeanwhile", draft.callsMeanwhile(), MAX_TEXT));
        errors.addAll(ChangeRules.text("tell", draft.tell(), MAX_TEXT));
        if (draft.assets().size() > ChangeDraft.MAX_ASSETS) {
            errors.add(new FieldError("assets", "must name at most " + ChangeDraft.MAX_ASSETS));
        }
        errors.addAll(
                Durations.check(
                        "lasts",
                        Optional.of(draft.lasts()),
                        Duration.ofMinutes(1),
                        Optional.of(Window.LONGEST)));
        errors.addAll(
                Durations.check(
                        "decideAfter",
                        draft.decideAfter(),
                        Duration.ZERO,
                        Optional.of(draft.lasts()).filter(lasts -> !lasts.isNegative())));
        errors.addAll(ChangeRules.steps(draft.steps()));
        return errors;
    }

    /** Returns what a model lacks before it can be approved. */
    static List<FieldError> lacks(ModelDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        needs(errors, "when", draft.when(), "must say when to use it");
        needs(errors, "why", draft.why(), "must say why such changes are made");
        needs(errors, "what", draft.what(), "must be given");
        needs(errors, "testPlan", draft.testPlan(), "must say how it is shown that it works");
        needs(errors, "backOutPlan", draft.backOutPlan(), "must be given");
        needs(
                errors,
                "callsMeanwhile",
                draft.callsMeanwhile(),
                "must say how calls are taken while it runs");
        needs(errors, "tell", draft.tell(), "must be given");
        if (draft.steps().stream().noneMatch(step -> step.kind() == StepKind.IMPLEMENT)) {
            errors.add(new FieldError("steps", "must have at least one of kind implement"));
        }
        return errors;
    }

    private static void needs(
            List<FieldError> errors, String field, Optional<String> text, String message) {
        if (text.isEmpty()) {
            errors.add(new FieldError(field, message));
        }
    }

    /**
     * Returns a standard change with the plans of its model. A change that is there already keeps
     * those of the edition it was made from.
     */
    public static ChangeDraft fill(
            ChangeModel model,
            Optional<Change> before,
            ChangeDraft draft,
            List<FieldError> errors) {
        Optional<ChangeDraft> same =
                before.map(Change::facts).filter(facts -> facts.model().equals(draft.model()));
        if (same.isEmpty() && model.state() != ModelState.APPROVED) {
            errors.add(
                    new FieldError(
                            "model", "must be approved, but is " + EnumNames.of(model.state())));
        }
        ChangeDraft plans = same.orElseGet(() -> model.draft(Optional.empty()));
        Set<String> assets = draft.assets().isEmpty() ? plans.assets() : draft.assets();
        if (!model.facts().assets().isEmpty() && !model.facts().assets().containsAll(assets)) {
            errors.add(new FieldError("assets", "must be among those of the model"));
        }
        departs(errors, "what", draft.what(), plans.what());
        departs(errors, "testPlan", draft.testPlan(), plans.testPlan());
        departs(errors, "backOutPlan", draft.backOutPlan(), plans.backOutPlan());
        departs(errors, "decideAfter", draft.decideAfter(), plans.decideAfter());
        departs(errors, "callsMeanwhile", draft.callsMeanwhile(), plans.callsMeanwhile());
        boolean departs =
                !draft.steps().isEmpty() && !plain(draft.steps()).equals(plain(plans.steps()));
        if (departs) {
            errors.add(new FieldError("steps", DEPARTS));
        }
        return new ChangeDraft(
                draft.title(),
                draft.type(),
                draft.model(),
                draft.why().or(plans::why),
                plans.what(),
                assets,
                draft.callPaths(),
                draft.risk(),
                draft.window(),
                draft.implementer(),
                plans.testPlan(),
                plans.backOutPlan(),
                plans.decideAfter(),
                plans.callsMeanwhile(),
                draft.tell().or(plans::tell),
                plans.steps());
    }

    private static final String DEPARTS =
            "must be that of the model; leave it away, or make this a normal change";

    private static <T> void departs(
            List<FieldError> errors, String field, Optional<T> said, Optional<T> planned) {
        if (said.isPresent() && !said.equals(planned)) {
            errors.add(new FieldError(field, DEPARTS));
        }
    }

    private static List<StepPlan> plain(List<StepPlan> steps) {
        return steps.stream().map(ModelRules::withoutId).toList();
    }

    /** Returns a model as the journal tells it. */
    static JournalFields facts(ChangeModel model) {
        ModelDraft facts = model.facts();
        return JournalFields.NONE
                .with("name", facts.name())
                .with("state", EnumNames.of(model.state()))
                .with("edition", model.edition())
                .with("from", model.from())
                .with("when", facts.when())
                .with("why", facts.why())
                .with("what", facts.what())
                .with("assets", String.join("\n", new TreeSet<>(facts.assets())))
                .with("lasts", ChangeFacts.minutes(facts.lasts()))
                .with("testPlan", facts.testPlan())
                .with("backOutPlan", facts.backOutPlan())
                .with("decideAfter", facts.decideAfter().map(ChangeFacts::minutes))
                .with("callsMeanwhile", facts.callsMeanwhile())
                .with("tell", facts.tell())
                .with("steps", ChangeFacts.lines(facts.steps().stream().map(ChangeFacts::plan)));
    }
}
