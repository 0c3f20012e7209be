package org.tieline.change.internal.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.api.asset.CallPath;
import org.tieline.api.change.ApprovalStatus;
import org.tieline.api.change.Authority;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.KnownConflict;
import org.tieline.api.change.RiskQuestion;
import org.tieline.api.change.Step;
import org.tieline.api.change.StepKind;
import org.tieline.api.change.TestCall;
import org.tieline.api.error.FieldError;
import org.tieline.core.record.EnumNames;

/** What must be there before a move. */
enum MoveCondition {
    // what is said with the move
    REASON("reason", "must say why", at -> given(at.request().reason())),
    CLOSURE_CODE("closure", MoveCondition::closure),
    // the documents
    WHY("why", "must say why the change is made", draft(ChangeDraft::why)),
    WHAT("what", "must be given", draft(ChangeDraft::what)),
    ASSETS(
            "assets",
            "must name at least one service or asset that it touches",
            at -> !at.mapped() || !at.change().facts().assets().isEmpty()),
    RISK_ANSWERS("risk", MoveCondition::unanswered),
    WINDOW(
            "window",
            "must say when it is planned to run",
            at -> at.change().facts().window().isPresent()),
    IMPLEMENTER(
            "implementer", "must be named", at -> at.change().facts().implementer().isPresent()),
    TEST_PLAN("testPlan", "must say how it is shown that it works", draft(ChangeDraft::testPlan)),
    BACK_OUT_PLAN("backOutPlan", "must be given", draft(ChangeDraft::backOutPlan)),
    DECISION_TIME(
            "decideAfter", "must be given", at -> at.change().facts().decideAfter().isPresent()),
    CALLS_MEANWHILE(
            "callsMeanwhile",
            "must say how calls are taken while it runs",
            draft(ChangeDraft::callsMeanwhile)),
    WHOM_TO_TELL("tell", "must be given", draft(ChangeDraft::tell)),
    IMPLEMENTATION_STEP(
            "steps",
            "must have at least one of kind implement",
            at -> at.change().steps().stream().anyMatch(step -> is(step, StepKind.IMPLEMENT))),
    // authorisation
    APPROVED_MODEL(
            "model",
            "must be an approved one of the center's change models",
            at -> at.change().facts().model().isPresent() && at.modelApproved()),
    AGREEMENT("approval", at -> authorized(at.change()) ? Optional.empty() : disagreement(at)),
    /** Of an emergency change, afterwards; one that was refused ends as failed or backed out. */
    AUTHORISATION(
            "approval",
            at ->
                    authorized(at.change()) || refused(at.change())
                            ? Optional.empty()
                            : disagreement(at)),
    /** Somebody must be there who may decide. */
    VOTERS("approval", at -> some(String.join(" ", at.lacking()))),
    // the schedule
    CONFLICTS_SOLVED("conflicts", MoveCondition::hard),
    CONFLICTS_EXPLAINED("conflictReason", MoveCondition::unexplained),
    WINDOW_AHEAD(
            "window",
            "must not be over",
            at -> at.change().facts().window().stream().allMatch(w -> w.end().isAfter(at.now()))),
    WINDOW_OPEN("window", MoveCondition::outside),
    // the work
    STEPS_ENDED("steps", at -> open(at, MoveCondition::forward)),
    BACK_OUT_STEPS_ENDED("steps", at -> open(at, step -> is(step, StepKind.BACK_OUT))),
    POST_IMPLEMENTATION_REVIEW("review", "must be written", at -> at.change().review().isPresent()),
    TEST_CALLS("testCalls", MoveCondition::untested);

    /** What a change authority must be able to read before it is asked. */
    static final List<MoveCondition> DOCUMENTS =
            List.copyOf(EnumSet.range(WHY, IMPLEMENTATION_STEP));

    /** What is said with the move itself. */
    static final Set<MoveCondition> SAID = EnumSet.of(REASON, CLOSURE_CODE);

    /** How long before its window a change may start. */
    static final Duration EARLY = Duration.ofMinutes(15);

    private static final Set<ClosureCode> WELL =
            EnumSet.of(ClosureCode.SUCCESSFUL, ClosureCode.WITH_ISSUES);

    private final String field;
    private final Function<MoveContext, Optional<String>> fault;

    MoveCondition(String field, String message, Predicate<MoveContext> met) {
        this(field, at -> met.test(at) ? Optional.empty() : Optional.of(message));
    }

    MoveCondition(String field, Function<MoveContext, Optional<String>> fault) {
        this.field = field;
        this.fault = fault;
    }

    /** Returns what is missing. */
    Optional<FieldError> missing(MoveContext at) {
        return fault.apply(at).map(message -> new FieldError(field, message));
    }

    private static Predicate<MoveContext> draft(Function<ChangeDraft, Optional<String>> text) {
        return at -> given(text.apply(at.change().facts()));
    }

    private static boolean given(Optional<String> text) {
        return text.filter(words -> !words.isBlank()).isPresent();
    }

    private static boolean is(Step step, StepKind kind) {
        return step.plan().kind() == kind;
    }

    private static Optional<String> unanswered(MoveContext at) {
        String open =
                Arrays.stream(RiskQuestion.values())
                        .filter(question -> !at.change().facts().risk().containsKey(question))
                        .map(RiskQuestion::question)
                        .collect(Collectors.joining(" "));
        return some(open).map(questions -> "must answer: " + questions);
    }

    private static boolean authorized(Change change) {
        ApprovalStatus status = change.approval().status();
        return status == ApprovalStatus.APPROVED || status == ApprovalStatus.PRE_AUTHORISED;
    }

    private static boolean refused(Change change) {
        return change.approval().status() == ApprovalStatus.REFUSED;
    }

    private static Optional<String> disagreement(MoveContext at) {
        String open =
                at.change().approval().authorities().stream()
                        .filter(authority -> !at.change().approval().agreed(authority))
                        .map(authority -> outstanding(at.change(), authority))
                        .collect(Collectors.joining(", "));
        return Optional.of(
                some(open)
                        .map(missing -> "is not complete; still missing: " + missing)
                        .orElse("must be given"));
    }

    private static String outstanding(Change change, Authority authority) {
        return authority.name()
                + " ("
                + change.approval().approvals(authority)
                + " of "
                + authority.quorum()
                + (authority.quorum() == 1 ? ")" : " people)");
    }

    private static Optional<String> hard(MoveContext at) {
        return some(words(
                        at.change().conflicts().stream()
                                .filter(KnownConflict::present)
                                .filter(known -> known.conflict().hard())))
                .map(words -> "stand against it: " + words);
    }

    private static Optional<String> unexplained(MoveContext at) {
        if (given(at.request().conflictReason())) {
            return Optional.empty();
        }
        return some(words(at.change().conflicts().stream().filter(KnownConflict::wantsReason)))
                .map(words -> "must say why it goes on in spite of: " + words);
    }

    private static String words(Stream<KnownConflict> conflicts) {
        return conflicts.map(known -> known.conflict().words()).collect(Collectors.joining(" "));
    }

    private static Optional<String> outside(MoveContext at) {
        Instant now = at.now();
        return at.change()
                .facts()
                .window()
                .filter(w -> now.isBefore(w.start().minus(EARLY)) || !now.isBefore(w.end()))
                .map(
                        window ->
                                "must be open: a change starts within its window, or at most "
                                        + EARLY.toMinutes()
                                        + " minutes before it; move the window to start now");
    }

    private static boolean forward(Step step) {
        return !is(step, StepKind.BACK_OUT) && !is(step, StepKind.REVIEW);
    }

    private static Optional<String> open(MoveContext at, Predicate<Step> wanted) {
        String open =
                at.change().steps().stream()
                        .filter(wanted)
                        .filter(step -> !step.state().isEnded())
                        .map(step -> step.plan().what())
                        .limit(10)
                        .collect(Collectors.joining("; "));
        return some(open).map(steps -> "must be done, failed or skipped: " + steps);
    }

    private static Optional<String> closure(MoveContext at) {
        Change change = at.change();
        Optional<ClosureCode> code = at.request().closure();
        if (code.isEmpty() || code.get() == ClosureCode.CANCELLED) {
            return Optional.of("must be successful, with-issues, backed-out or failed");
        }
        if (WELL.contains(code.get()) && change.backedOut().isPresent()) {
            return Optional.of("must be backed-out or failed, as it was backed out");
        }
        if (WELL.contains(code.get()) && refused(change)) {
            return Optional.of("must be backed-out or failed, as it was rejected");
        }
        return Optional.empty();
    }

    private static Optional<String> untested(MoveContext at) {
        if (at.request().closure().filter(WELL::contains).isEmpty()) {
            return Optional.empty();
        }
        Change change = at.change();
        Optional<Instant> worked =
                change.steps().stream()
                        .filter(step -> is(step, StepKind.IMPLEMENT))
                        .flatMap(step -> step.finished().stream())
                        .max(Instant::compareTo);
        String untested =
                new TreeSet<>(change.callPaths())
                        .stream()
                                .filter(path -> !proven(change, path, worked))
                                .map(EnumNames::of)
                                .collect(Collectors.joining(", "));
        return some(untested)
                .map(
                        paths ->
                                "must show a test call that arrived, made after the last step of"
                                        + " the work, for: "
                                        + paths);
    }

    private static boolean proven(Change change, CallPath path, Optional<Instant> worked) {
        return change.testCall(path)
                .filter(TestCall::passed)
                .filter(call -> worked.stream().noneMatch(call.at()::isBefore))
                .isPresent();
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(words -> !words.isEmpty());
    }
}
