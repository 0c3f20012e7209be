package org.tieline.change.internal.edit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.CallPath;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.Step;
import org.tieline.api.change.StepPlan;
import org.tieline.api.change.StepState;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.NotFound;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.api.record.Who;
import org.tieline.change.internal.model.ModelRules;
import org.tieline.change.internal.model.ModelTable;
import org.tieline.change.internal.record.AssetImpact;
import org.tieline.change.internal.record.ChangeRules;
import org.tieline.change.internal.record.CheckedDraft;
import org.tieline.change.internal.risk.Assessors;
import org.tieline.core.record.Validation;
import org.tieline.spi.change.Assessed;
import org.tieline.store.Ids;
import org.tieline.store.Store;

/** Makes what can be written of what people say, or refuses it with everything that is wrong. */
public final class DraftChecker {
    private static final Caller SELF = Caller.system("changes");

    private final Store store;
    private final People people;
    private final AssetImpact assetImpact;
    private final Assessors assessors;

    public DraftChecker(Store store, People people, AssetImpact assetImpact, Assessors assessors) {
        this.store = store;
        this.people = people;
        this.assetImpact = assetImpact;
        this.assessors = assessors;
    }

    /**
     * @param before the change that this is a draft of; empty for a new one
     */
    public CheckedDraft check(
            Caller caller, String center, Optional<Change> before, ChangeDraft said, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        ChangeDraft draft = fromModel(center, before, ChangeRules.clean(said), errors);
        errors.addAll(ChangeRules.check(before, draft, now));
        Validation.refuse(errors, List.of());
        AssetImpact.Touch touch = assetImpact.of(center, draft.assets());
        Set<String> known = before.map(change -> change.facts().assets()).orElse(Set.of());
        Optional<Who> implementer = implementer(center, before, draft, errors);
        Validation.refuse(errors, touch.unknown(draft.assets(), known));
        List<Step> steps = steps(before, draft.steps());
        ChangeDraft whole = withSteps(draft, steps);
        Set<CallPath> paths = EnumSet.noneOf(CallPath.class);
        paths.addAll(draft.callPaths());
        paths.addAll(touch.callPaths());
        return new CheckedDraft(
                whole,
                steps,
                implementer,
                paths,
                assessors.assess(
                        caller,
                        new Assessed(center, before.map(Change::id), whole, touch.failing())),
                touch);
    }

    private ChangeDraft fromModel(
            String center, Optional<Change> before, ChangeDraft draft, List<FieldError> errors) {
        if (draft.type() != ChangeType.STANDARD || draft.model().isEmpty()) {
            return draft;
        }
        return store.read(sql -> ModelTable.find(sql, draft.model().get()))
                .filter(model -> model.center().equals(center))
                .map(model -> ModelRules.fill(model, before, draft, errors))
                .orElseGet(
                        () -> {
                            errors.add(
                                    new FieldError(
                                            "model", "must be one of the center's change models"));
                            return draft;
                        });
    }

    private Optional<Who> implementer(
            String center, Optional<Change> before, ChangeDraft draft, List<FieldError> errors) {
        Optional<Who> same =
                before.flatMap(Change::implementer)
                        .filter(who -> draft.implementer().equals(Optional.of(who.id())));
        if (draft.implementer().isEmpty() || same.isPresent()) {
            return same;
        }
        Optional<Who> found = draft.implementer().flatMap(id -> person(center, id));
        if (found.isEmpty()) {
            errors.add(
                    new FieldError(
                            "implementer", "must be the id of a person with a role in the center"));
        }
        return found;
    }

    private Optional<Who> person(String center, String id) {
        try {
            Person person = people.get(SELF, id);
            boolean belongs =
                    person.facts().active()
                            && person.facts().roles().stream()
                                    .anyMatch(
                                            role ->
                                                    role.center().equals(center)
                                                            || role.center()
                                                                    .equals(Caller.EVERYWHERE));
            return belongs
                    ? Optional.of(new Who(person.id(), person.facts().name()))
                    : Optional.empty();
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    private static List<Step> steps(Optional<Change> before, List<StepPlan> plans) {
        Map<String, Step> known =
                before.map(Change::steps).orElse(List.of()).stream()
                        .collect(Collectors.toMap(Step::id, Function.identity()));
        return plans.stream().map(plan -> step(known, plan)).toList();
    }

    private static Step step(Map<String, Step> known, StepPlan plan) {
        Optional<Step> before = plan.id().map(known::get);
        if (before.isPresent()) {
            Step step = before.get();
            return new Step(
                    step.id(),
                    plan,
                    step.state(),
                    step.started(),
                    step.finished(),
                    step.by(),
                    step.result());
        }
        String id = Ids.next();
        return new Step(
                id,
                new StepPlan(
                        Optional.of(id),
                        plan.kind(),
                        plan.what(),
                        plan.owner(),
                        plan.startsAfter(),
                        plan.lasts()),
                StepState.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ChangeDraft withSteps(ChangeDraft draft, List<Step> steps) {
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
                draft.implementer(),
                draft.testPlan(),
                draft.backOutPlan(),
                draft.decideAfter(),
                draft.callsMeanwhile(),
                draft.tell(),
                steps.stream().map(Step::plan).toList());
    }
}
