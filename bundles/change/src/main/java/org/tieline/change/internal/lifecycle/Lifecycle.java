package org.tieline.change.internal.lifecycle;

import static org.tieline.api.change.ChangeState.APPROVAL;
import static org.tieline.api.change.ChangeState.APPROVED;
import static org.tieline.api.change.ChangeState.BACKING_OUT;
import static org.tieline.api.change.ChangeState.CANCELLED;
import static org.tieline.api.change.ChangeState.CLOSED;
import static org.tieline.api.change.ChangeState.DRAFT;
import static org.tieline.api.change.ChangeState.HELD;
import static org.tieline.api.change.ChangeState.REFUSED;
import static org.tieline.api.change.ChangeState.REVIEW;
import static org.tieline.api.change.ChangeState.RUNNING;
import static org.tieline.api.change.ChangeState.SCHEDULED;
import static org.tieline.api.change.ChangeType.EMERGENCY;
import static org.tieline.api.change.ChangeType.NORMAL;
import static org.tieline.api.change.ChangeType.STANDARD;
import static org.tieline.change.internal.lifecycle.MoveCondition.AGREEMENT;
import static org.tieline.change.internal.lifecycle.MoveCondition.APPROVED_MODEL;
import static org.tieline.change.internal.lifecycle.MoveCondition.AUTHORISATION;
import static org.tieline.change.internal.lifecycle.MoveCondition.BACK_OUT_STEPS_ENDED;
import static org.tieline.change.internal.lifecycle.MoveCondition.CLOSURE_CODE;
import static org.tieline.change.internal.lifecycle.MoveCondition.CONFLICTS_EXPLAINED;
import static org.tieline.change.internal.lifecycle.MoveCondition.CONFLICTS_SOLVED;
import static org.tieline.change.internal.lifecycle.MoveCondition.IMPLEMENTER;
import static org.tieline.change.internal.lifecycle.MoveCondition.POST_IMPLEMENTATION_REVIEW;
import static org.tieline.change.internal.lifecycle.MoveCondition.REASON;
import static org.tieline.change.internal.lifecycle.MoveCondition.STEPS_ENDED;
import static org.tieline.change.internal.lifecycle.MoveCondition.TEST_CALLS;
import static org.tieline.change.internal.lifecycle.MoveCondition.VOTERS;
import static org.tieline.change.internal.lifecycle.MoveCondition.WHAT;
import static org.tieline.change.internal.lifecycle.MoveCondition.WINDOW;
import static org.tieline.change.internal.lifecycle.MoveCondition.WINDOW_AHEAD;
import static org.tieline.change.internal.lifecycle.MoveCondition.WINDOW_OPEN;
import static org.tieline.change.internal.record.ChangeOperations.CHANGE_CLOSE;
import static org.tieline.change.internal.record.ChangeOperations.CHANGE_DRAFT;
import static org.tieline.change.internal.record.ChangeOperations.CHANGE_PLAN;
import static org.tieline.change.internal.record.ChangeOperations.CHANGE_RUN;
import static org.tieline.change.internal.record.ChangeOperations.CHANGE_VOTE;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.access.Operation;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.Move;

/**
 * The lifecycle of each type of change: who may move it from where to where, and what must be there
 * first.
 */
public final class Lifecycle {
    private static final Set<ChangeType> ALL = EnumSet.allOf(ChangeType.class);
    private static final Set<ChangeType> PLANNED = EnumSet.of(STANDARD, NORMAL);
    private static final Set<ChangeType> VOTED = EnumSet.of(NORMAL, EMERGENCY);

    /** All of it. For one type and state a move stands here at most once. */
    static final List<Rule> RULES =
            List.of(
                    // approval
                    move(Move.SUBMIT, VOTED, from(DRAFT), APPROVAL)
                            .by(CHANGE_DRAFT)
                            .needs(MoveCondition.DOCUMENTS)
                            .needs(VOTERS, WINDOW_AHEAD, CONFLICTS_EXPLAINED),
                    move(Move.WITHDRAW, VOTED, from(APPROVAL), DRAFT)
                            .by(CHANGE_DRAFT)
                            .needs(REASON),
                    move(Move.WITHDRAW, VOTED, from(APPROVED, SCHEDULED), DRAFT)
                            .by(CHANGE_PLAN)
                            .needs(REASON),
                    move(Move.APPROVE, VOTED, from(APPROVAL), APPROVED)
                            .by(CHANGE_VOTE)
                            .needs(AGREEMENT),
                    move(Move.REFUSE, VOTED, from(APPROVAL), REFUSED).by(CHANGE_VOTE).needs(REASON),
                    move(Move.RETURN, VOTED, from(APPROVAL, APPROVED, SCHEDULED), APPROVAL)
                            .by(CHANGE_PLAN)
                            .needs(MoveCondition.DOCUMENTS)
                            .needs(VOTERS),
                    // the schedule
                    move(Move.SCHEDULE, VOTED, from(APPROVED), SCHEDULED)
                            .by(CHANGE_PLAN)
                            .needs(AGREEMENT, WINDOW_AHEAD, CONFLICTS_SOLVED, CONFLICTS_EXPLAINED),
                    move(Move.SCHEDULE, EnumSet.of(STANDARD), from(DRAFT), SCHEDULED)
                            .by(CHANGE_PLAN)
                            .needs(APPROVED_MODEL, WINDOW, IMPLEMENTER)
                            .needs(WINDOW_AHEAD, CONFLICTS_SOLVED, CONFLICTS_EXPLAINED),
                    move(Move.WITHDRAW, EnumSet.of(STANDARD), from(SCHEDULED), DRAFT)
                            .by(CHANGE_PLAN)
                            .needs(REASON),
                    move(Move.RETURN, EnumSet.of(STANDARD), from(SCHEDULED), DRAFT).by(CHANGE_PLAN),
                    move(Move.CANCEL, ALL, from(DRAFT, SCHEDULED), CANCELLED)
                            .by(CHANGE_PLAN)
                            .needs(REASON),
                    move(Move.CANCEL, VOTED, from(APPROVAL, APPROVED), CANCELLED)
                            .by(CHANGE_PLAN)
                            .needs(REASON),
                    // the work
                    move(Move.START, PLANNED, from(SCHEDULED), RUNNING)
                            .by(CHANGE_RUN)
                            .needs(AGREEMENT, WINDOW_OPEN, CONFLICTS_SOLVED, CONFLICTS_EXPLAINED),
                    move(
                                    Move.START,
                                    EnumSet.of(EMERGENCY),
                                    from(DRAFT, APPROVAL, APPROVED, SCHEDULED),
                                    RUNNING)
                            .by(CHANGE_RUN)
                            .needs(WHAT, CONFLICTS_SOLVED, CONFLICTS_EXPLAINED),
                    move(Move.HOLD, ALL, from(RUNNING), HELD).by(CHANGE_RUN).needs(REASON),
                    move(Move.RESUME, ALL, from(HELD), RUNNING).by(CHANGE_RUN),
                    move(Move.BACK_OUT, ALL, from(RUNNING, HELD), BACKING_OUT)
                            .by(CHANGE_RUN)
                            .needs(REASON),
                    move(Move.FINISH, ALL, from(RUNNING), REVIEW).by(CHANGE_RUN).needs(STEPS_ENDED),
                    move(Move.FINISH, ALL, from(BACKING_OUT), REVIEW)
                            .by(CHANGE_RUN)
                            .needs(BACK_OUT_STEPS_ENDED),
                    // the end
                    move(Move.CLOSE, PLANNED, from(REVIEW), CLOSED)
                            .by(CHANGE_CLOSE)
                            .needs(CLOSURE_CODE, POST_IMPLEMENTATION_REVIEW, TEST_CALLS),
                    move(Move.CLOSE, EnumSet.of(EMERGENCY), from(REVIEW), CLOSED)
                            .by(CHANGE_CLOSE)
                            .needs(MoveCondition.DOCUMENTS)
                            .needs(AUTHORISATION)
                            .needs(CLOSURE_CODE, POST_IMPLEMENTATION_REVIEW, TEST_CALLS));

    private Lifecycle() {}

    /** One line of the table. */
    public record Rule(
            Move move,
            Set<ChangeType> types,
            Set<ChangeState> from,
            ChangeState to,
            Operation who,
            List<MoveCondition> needs) {
        boolean fits(ChangeType type, ChangeState state) {
            return types.contains(type) && from.contains(state);
        }

        private Rule needs(List<MoveCondition> more) {
            List<MoveCondition> all = new ArrayList<>(needs);
            all.addAll(more);
            return new Rule(move, types, from, to, who, List.copyOf(all));
        }

        private Rule needs(MoveCondition... more) {
            return needs(List.of(more));
        }

        private Rule by(Operation operation) {
            return new Rule(move, types, from, to, operation, needs);
        }
    }

    public static Optional<Rule> find(Move move, ChangeType type, ChangeState state) {
        return from(type, state).stream().filter(rule -> rule.move() == move).findFirst();
    }

    /** Returns the moves that lead on from a state. */
    static List<Rule> from(ChangeType type, ChangeState state) {
        return RULES.stream().filter(rule -> rule.fits(type, state)).toList();
    }

    /**
     * Returns what it takes to edit a change: an emergency change also while it is at work and
     * under review, to complete its documents; empty if it can no longer be edited.
     */
    public static Optional<Operation> edit(ChangeType type, ChangeState state) {
        return switch (state) {
            case DRAFT -> Optional.of(CHANGE_DRAFT);
            case APPROVAL, APPROVED, SCHEDULED -> Optional.of(CHANGE_PLAN);
            case RUNNING, HELD, BACKING_OUT, REVIEW ->
                    Optional.of(CHANGE_PLAN).filter(any -> type == EMERGENCY);
            case CLOSED, REFUSED, CANCELLED -> Optional.empty();
        };
    }

    private static Rule move(
            Move move, Set<ChangeType> types, Set<ChangeState> from, ChangeState to) {
        return new Rule(move, types, from, to, CHANGE_PLAN, List.of());
    }

    private static Set<ChangeState> from(ChangeState first, ChangeState... more) {
        return EnumSet.of(first, more);
    }
}
