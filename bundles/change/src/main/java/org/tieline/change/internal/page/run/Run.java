package org.tieline.change.internal.page.run;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveOption;
import org.tieline.api.change.Step;
import org.tieline.api.change.StepKind;
import org.tieline.api.change.StepState;

/**
 * A change while it runs, as its page shows it.
 *
 * @param moves what the one who looks may do
 */
public record Run(Change change, List<MoveOption> moves, ZoneId zone) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.US);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE, MMM d, zzz", Locale.US);

    public boolean atWork() {
        return ChangeState.AT_WORK.contains(change.state());
    }

    public boolean backingOut() {
        return change.state() == ChangeState.BACKING_OUT;
    }

    public Optional<MoveOption> may(Move move) {
        return moves.stream().filter(option -> option.move() == move).findFirst();
    }

    /** The steps of the way that it goes now: forward, or back. */
    public List<Step> steps() {
        return steps(step -> isBack(step) == backingOut() && !isReview(step));
    }

    /** The steps of the other way. */
    public List<Step> otherSteps() {
        return steps(step -> isBack(step) != backingOut() && !isReview(step));
    }

    private List<Step> steps(Predicate<Step> wanted) {
        return change.steps().stream().filter(wanted).toList();
    }

    private static boolean isBack(Step step) {
        return step.plan().kind() == StepKind.BACK_OUT;
    }

    private static boolean isReview(Step step) {
        return step.plan().kind() == StepKind.REVIEW;
    }

    /** The first step that can be done now. */
    public Optional<Step> next() {
        return steps().stream().filter(this::isOpen).findFirst();
    }

    /** True if every step of the way that it goes has ended. */
    public boolean isDone() {
        return steps().stream().allMatch(step -> step.state().isEnded());
    }

    public boolean isNext(Step step) {
        return next().filter(step::equals).isPresent();
    }

    public boolean isStarted(Step step) {
        return step.state() == StepState.STARTED;
    }

    /** True if a step can be begun or ended in the state that the change is in. */
    public boolean isOpen(Step step) {
        if (step.state().isEnded()) {
            return false;
        }
        return switch (step.plan().kind()) {
            case BACK_OUT -> backingOut();
            case PREPARE, NOTIFY, FLOOR_GO -> atWork() || change.state() == ChangeState.SCHEDULED;
            case IMPLEMENT -> change.state() == ChangeState.RUNNING && floorAgreed();
            case TEST_CALL -> change.state() == ChangeState.RUNNING;
            case REVIEW -> false;
        };
    }

    private boolean floorAgreed() {
        return change.steps().stream()
                .filter(step -> step.plan().kind() == StepKind.FLOOR_GO)
                .allMatch(step -> step.state() == StepState.DONE);
    }

    /** When a step is planned to begin. */
    public Optional<Instant> planned(Step step) {
        return change.facts()
                .window()
                .flatMap(window -> step.plan().startsAfter().map(window.start()::plus));
    }

    public String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }

    public String day(Instant at) {
        return DAY.format(at.atZone(zone));
    }
}
