package org.tieline.change.internal.record;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.Step;
import org.tieline.api.change.StepPlan;
import org.tieline.api.change.StepState;
import org.tieline.api.change.Window;
import org.tieline.api.error.FieldError;
import org.tieline.core.record.Texts;

/** What a change may look like. */
public final class ChangeRules {
    public static final int MAX_REASON = 1_000;
    private static final int MAX_STEP = 500;
    private static final int MAX_OWNER = 120;

    /** A form that was opened a moment ago may still say now. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    /** How far back the window of an emergency change may lie, which is written down afterwards. */
    private static final Duration BACK = Duration.ofDays(30);

    private static final Duration AHEAD = Duration.ofDays(3 * 366);

    private ChangeRules() {}

    /** Returns a draft in which what says nothing is empty. */
    public static ChangeDraft clean(ChangeDraft draft) {
        return new ChangeDraft(
                draft.title(),
                draft.type(),
                said(draft.model()),
                said(draft.why()),
                said(draft.what()),
                draft.assets(),
                draft.callPaths(),
                draft.risk(),
                draft.window().map(ChangeRules::toTheSecond),
                said(draft.implementer()),
                said(draft.testPlan()),
                said(draft.backOutPlan()),
                draft.decideAfter(),
                said(draft.callsMeanwhile()),
                said(draft.tell()),
                draft.steps());
    }

    public static Optional<String> said(Optional<String> text) {
        return text.map(words -> words.replace("\r\n", "\n").strip())
                .filter(words -> !words.isEmpty());
    }

    private static Window toTheSecond(Window window) {
        return new Window(
                window.start().truncatedTo(ChronoUnit.SECONDS),
                window.end().truncatedTo(ChronoUnit.SECONDS));
    }

    public static List<FieldError> check(Optional<Change> before, ChangeDraft draft, Instant now) {
        List<FieldError> errors =
                new ArrayList<>(Texts.check("title", draft.title(), ChangeDraft.MAX_TITLE));
        errors.addAll(text("why", draft.why(), ChangeDraft.MAX_TEXT));
        errors.addAll(text("what", draft.what(), ChangeDraft.MAX_TEXT));
        errors.addAll(text("testPlan", draft.testPlan(), ChangeDraft.MAX_TEXT));
        errors.addAll(text("backOutPlan", draft.backOutPlan(), ChangeDraft.MAX_TEXT));
        errors.addAll(text("callsMeanwhile", draft.callsMeanwhile(), ChangeDraft.MAX_TEXT));
        errors.addAll(text("tell", draft.tell(), ChangeDraft.MAX_TEXT));
        if (draft.assets().size() > ChangeDraft.MAX_ASSETS) {
            errors.add(
                    new FieldError(
                            "assets",
                            "must name at most "
                                    + ChangeDraft.MAX_ASSETS
                                    + ", but names "
                                    + draft.assets().size()));
        }
        type(before, draft, errors);
        window(before, draft, now, errors);
        errors.addAll(
                Durations.check(
                        "decideAfter",
                        draft.decideAfter(),
                        Duration.ZERO,
                        draft.window().map(Window::length).filter(length -> !length.isNegative())));
        errors.addAll(steps(draft.steps()));
        if (errors.isEmpty()) {
            before.ifPresent(change -> begun(change, draft, errors));
        }
        return errors;
    }

    /** Checks a text that may have several lines. */
    public static List<FieldError> text(String field, Optional<String> text, int most) {
        return text.map(words -> Texts.lines(field, words, most)).orElse(List.of());
    }

    private static void type(Optional<Change> before, ChangeDraft draft, List<FieldError> errors) {
        boolean standard = draft.type() == ChangeType.STANDARD;
        if (standard != draft.model().isPresent()) {
            errors.add(
                    new FieldError(
                            "model",
                            standard
                                    ? "must name the model that this standard change is made from"
                                    : "must be empty for all but a standard change"));
        }
        before.filter(change -> change.state() != ChangeState.DRAFT)
                .filter(change -> change.facts().type() != draft.type())
                .ifPresent(
                        change ->
                                errors.add(
                                        new FieldError(
                                                "type",
                                                "must stay as it is once the change was submitted;"
                                                        + " withdraw it first")));
    }

    private static void window(
            Optional<Change> before, ChangeDraft draft, Instant now, List<FieldError> errors) {
        if (draft.window().isEmpty()
                || before.filter(c -> c.facts().window().equals(draft.window())).isPresent()) {
            return;
        }
        Window window = draft.window().get();
        if (!window.end().isAfter(window.start())) {
            errors.add(new FieldError("window.end", "must be after the window's start"));
        } else if (window.length().compareTo(Window.LONGEST) > 0) {
            errors.add(
                    new FieldError(
                            "window.end",
                            "must be at most "
                                    + Window.LONGEST.toDays()
                                    + " days after the window's start; plan longer work as several"
                                    + " changes"));
        }
        boolean emergency = draft.type() == ChangeType.EMERGENCY;
        if (window.start().isBefore(now.minus(emergency ? BACK : GRACE))) {
            errors.add(
                    new FieldError(
                            "window.start",
                            emergency
                                    ? "must not lie more than " + BACK.toDays() + " days back"
                                    : "must not lie in the past"));
        } else if (window.start().isAfter(now.plus(AHEAD))) {
            errors.add(new FieldError("window.start", "must lie within the next three years"));
        }
    }

    public static List<FieldError> steps(List<StepPlan> steps) {
        if (steps.size() > ChangeDraft.MAX_STEPS) {
            return List.of(
                    new FieldError(
                            "steps",
                            "must be at most "
                                    + ChangeDraft.MAX_STEPS
                                    + ", but are "
                                    + steps.size()));
        }
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            StepPlan step = steps.get(i);
            String at = "steps[" + i + "].";
            errors.addAll(Texts.check(at + "what", step.what(), MAX_STEP));
            step.owner()
                    .ifPresent(owner -> errors.addAll(Texts.check(at + "owner", owner, MAX_OWNER)));
            errors.addAll(
                    Durations.check(
                            at + "startsAfter",
                            step.startsAfter(),
                            Duration.ZERO,
                            Optional.of(Window.LONGEST)));
            errors.addAll(
                    Durations.check(
                            at + "lasts",
                            step.lasts(),
                            Duration.ofMinutes(1),
                            Optional.of(Window.LONGEST)));
        }
        return errors;
    }

    /** Steps that were begun stay as they are. */
    private static void begun(Change change, ChangeDraft draft, List<FieldError> errors) {
        Map<String, Step> known =
                change.steps().stream().collect(Collectors.toMap(Step::id, Function.identity()));
        Set<String> named = new HashSet<>();
        for (int i = 0; i < draft.steps().size(); i++) {
            StepPlan plan = draft.steps().get(i);
            if (plan.id().isEmpty()) {
                continue;
            }
            Step step = known.get(plan.id().get());
            if (step == null || !named.add(step.id())) {
                errors.add(
                        new FieldError(
                                "steps[" + i + "].id",
                                "must be that of one of the change's steps, each once; leave it"
                                        + " away for a new step"));
            } else if (step.state() != StepState.OPEN && !step.plan().equals(plan)) {
                errors.add(new FieldError("steps[" + i + "]", "was begun and must stay as it is"));
            }
        }
        change.steps().stream()
                .filter(step -> step.state() != StepState.OPEN && !named.contains(step.id()))
                .forEach(
                        step ->
                                errors.add(
                                        new FieldError(
                                                "steps",
                                                "must keep \""
                                                        + step.plan().what()
                                                        + "\", which was begun")));
    }
}
