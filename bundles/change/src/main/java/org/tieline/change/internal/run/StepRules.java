package org.tieline.change.internal.run;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_RUN;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.Step;
import org.tieline.api.change.StepKind;
import org.tieline.api.change.StepState;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.NotFound;
import org.tieline.change.internal.record.ChangePeople;
import org.tieline.change.internal.record.ChangeRules;
import org.tieline.change.internal.record.Revision;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.Validation;

/** When a step may be done, and what must be said of it. */
final class StepRules {
    static final int MAX_TEST_CALLS = 200;

    /** From the start of a change until it is closed. */
    static final Set<ChangeState> WORKING =
            EnumSet.of(
                    ChangeState.RUNNING,
                    ChangeState.HELD,
                    ChangeState.BACKING_OUT,
                    ChangeState.REVIEW);

    private StepRules() {}

    private static Set<ChangeState> when(StepKind kind) {
        return switch (kind) {
            case PREPARE, FLOOR_GO ->
                    EnumSet.of(ChangeState.SCHEDULED, ChangeState.RUNNING, ChangeState.HELD);
            case NOTIFY ->
                    EnumSet.of(
                            ChangeState.SCHEDULED,
                            ChangeState.RUNNING,
                            ChangeState.HELD,
                            ChangeState.BACKING_OUT,
                            ChangeState.REVIEW);
            case IMPLEMENT, TEST_CALL -> EnumSet.of(ChangeState.RUNNING);
            case BACK_OUT -> EnumSet.of(ChangeState.BACKING_OUT);
            case REVIEW -> EnumSet.of(ChangeState.REVIEW);
        };
    }

    static Change step(
            Instant now,
            Caller caller,
            Change change,
            String id,
            StepState state,
            Optional<Instant> said,
            Optional<String> words) {
        Step step =
                change.steps().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new NotFound(new RecordRef("step", id)));
        requireFit(change, step);
        if (step.plan().kind() == StepKind.FLOOR_GO) {
            requireFloor(caller, change);
        }
        if (step.plan().kind() == StepKind.IMPLEMENT
                && (state == StepState.STARTED || state == StepState.DONE)) {
            requireGo(change);
        }
        Instant at = said.orElse(now).truncatedTo(ChronoUnit.MICROS);
        Optional<String> result = ChangeRules.said(words);
        Validation.refuse(faults(now, step, state, at, result), List.of());
        Step after = after(step, state, at, result, caller);
        List<Step> steps =
                change.steps().stream().map(one -> one.id().equals(id) ? after : one).toList();
        Revision revision = new Revision(change).steps(steps);
        boolean noGo = step.plan().kind() == StepKind.FLOOR_GO && state == StepState.FAILED;
        if (noGo && change.state() == ChangeState.RUNNING) {
            revision.state(ChangeState.HELD);
        }
        return revision.at(now);
    }

    private static void requireFit(Change change, Step step) {
        Set<ChangeState> when = when(step.plan().kind());
        if (!when.contains(change.state())) {
            throw new Conflict(
                    "A step of the kind "
                            + EnumNames.of(step.plan().kind())
                            + " is done while the change is "
                            + String.join(", ", when.stream().map(EnumNames::of).toList())
                            + "; "
                            + change.number()
                            + " is "
                            + EnumNames.of(change.state())
                            + ".");
        }
    }

    /** The floor answers for itself, not through whoever does the work. */
    private static void requireFloor(Caller caller, Change change) {
        String id = caller.actor().id();
        if (change.implementer().filter(who -> who.id().equals(id)).isPresent()) {
            throw new Forbidden(
                    CHANGE_RUN,
                    "The go of the floor is given by the shift supervisor, not by who does the"
                            + " change.");
        }
    }

    private static void requireGo(Change change) {
        change.steps().stream()
                .filter(step -> step.plan().kind() == StepKind.FLOOR_GO)
                .filter(step -> step.state() != StepState.DONE)
                .findFirst()
                .ifPresent(
                        step -> {
                            throw new Conflict(
                                    "The floor has not given its go: " + step.plan().what() + ".");
                        });
    }

    private static List<FieldError> faults(
            Instant now, Step step, StepState state, Instant at, Optional<String> result) {
        List<FieldError> errors = new ArrayList<>();
        errors.addAll(ChangeRules.text("result", result, ChangeRules.MAX_REASON));
        if (at.isAfter(now)) {
            errors.add(new FieldError("at", "must not lie in the future"));
        }
        if (state.isEnded() && step.started().filter(at::isBefore).isPresent()) {
            errors.add(
                    new FieldError(
                            "at",
                            "must not be before the step began, which was at "
                                    + step.started().get()));
        }
        boolean explains = state == StepState.FAILED || state == StepState.SKIPPED;
        if (explains && result.isEmpty()) {
            errors.add(new FieldError("result", "must say why the step is " + EnumNames.of(state)));
        }
        return errors;
    }

    private static Step after(
            Step step, StepState state, Instant at, Optional<String> result, Caller caller) {
        Optional<Instant> started =
                switch (state) {
                    case OPEN -> Optional.empty();
                    case STARTED -> Optional.of(at);
                    case DONE, FAILED, SKIPPED -> step.started().or(() -> Optional.of(at));
                };
        return new Step(
                step.id(),
                step.plan(),
                state,
                started,
                state.isEnded() ? Optional.of(at) : Optional.empty(),
                Optional.of(ChangePeople.who(caller)),
                result);
    }
}
