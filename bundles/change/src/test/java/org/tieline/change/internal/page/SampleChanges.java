package org.tieline.change.internal.page;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.asset.CallPath;
import org.tieline.api.change.Approval;
import org.tieline.api.change.ApprovalStatus;
import org.tieline.api.change.Authority;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeConflict;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeEntry;
import org.tieline.api.change.ChangeFilter;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.Changes;
import org.tieline.api.change.ConflictKind;
import org.tieline.api.change.KnownConflict;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveOption;
import org.tieline.api.change.MoveRequest;
import org.tieline.api.change.Preview;
import org.tieline.api.change.ReviewDraft;
import org.tieline.api.change.Risk;
import org.tieline.api.change.RiskFinding;
import org.tieline.api.change.Step;
import org.tieline.api.change.StepKind;
import org.tieline.api.change.StepPlan;
import org.tieline.api.change.StepState;
import org.tieline.api.change.TestCall;
import org.tieline.api.change.Vote;
import org.tieline.api.change.VoteChoice;
import org.tieline.api.change.Window;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.record.Who;

/**
 * One change in every state, whose id is the state's name; nothing is ever saved. Every text goes
 * through {@code spoken}, so that a test can have all of them hostile.
 */
public final class SampleChanges implements Changes {
    static final String CENTER = "harbor-county";
    static final Who DANA = new Who("dana", "Dana Whitfield");
    static final Who CHRIS = new Who("chris", "Chris Changes");
    static final Authority BOARD =
            new Authority(
                    "Change advisory board",
                    EnumSet.of(Role.CENTER_MANAGER, Role.ADMINISTRATOR, Role.CHANGE_MANAGER),
                    2);

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    private final UnaryOperator<String> spoken;

    public SampleChanges(UnaryOperator<String> spoken) {
        this.spoken = spoken;
    }

    public Change change(ChangeState state) {
        boolean began = ChangeState.AT_WORK.contains(state) || state == ChangeState.REVIEW;
        boolean ended = state == ChangeState.REVIEW;
        return new Change(
                state.name(),
                CENTER,
                "C-2026-000" + state.ordinal(),
                draft(),
                state,
                EnumSet.of(CallPath.WIRELINE, CallPath.WIRELESS, CallPath.RECORDER),
                risk(),
                approval(state),
                conflicts(),
                steps(began),
                began ? calls() : List.of(),
                began ? Optional.of(NOW.minusSeconds(1_200)) : Optional.empty(),
                state == ChangeState.BACKING_OUT ? Optional.of(NOW) : Optional.empty(),
                ended ? Optional.of(NOW) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DANA,
                Optional.of(CHRIS),
                3,
                NOW.minusSeconds(90_000),
                NOW);
    }

    private Optional<String> said(String text) {
        return Optional.of(spoken.apply(text));
    }

    public ChangeDraft draft() {
        return new ChangeDraft(
                spoken.apply("Upgrade the CAD to 9.4"),
                ChangeType.NORMAL,
                Optional.empty(),
                said("The 9.2 maps are no longer corrected by the supplier."),
                said("New map display; unit recommendations follow the new roads."),
                Set.of(),
                Set.of(CallPath.RECORDER),
                Map.of(),
                Optional.of(new Window(NOW.minusSeconds(1_800), NOW.plusSeconds(5_400))),
                Optional.of(CHRIS.id()),
                said("One test call for each path, one incident from entry to closing."),
                said("Point the consoles back at CAD server 1; 15 minutes."),
                Optional.of(Duration.ofMinutes(50)),
                said("Cards on paper at every position.\nThe backup center is warned."),
                said("Fire and police chiefs, an hour before."),
                List.of());
    }

    private Risk risk() {
        return new Risk(
                List.of(
                        new RiskFinding("Questionnaire", 10, spoken.apply("Calls are slower.")),
                        new RiskFinding(
                                "Past outcome",
                                15,
                                spoken.apply("The last change of the CAD was backed out."))));
    }

    private Approval approval(ChangeState state) {
        if (state == ChangeState.DRAFT) {
            return Approval.NONE;
        }
        return new Approval(
                state == ChangeState.APPROVAL ? ApprovalStatus.ASKED : ApprovalStatus.APPROVED,
                2,
                List.of(BOARD),
                List.of(
                        vote(1, VoteChoice.APPROVE, Optional.empty()),
                        vote(2, VoteChoice.APPROVE, said("The way back was tried."))),
                said("Its window was moved."));
    }

    private static Vote vote(int round, VoteChoice choice, Optional<String> reason) {
        return new Vote(
                round,
                new Who("morgan", "Morgan Manager"),
                Optional.empty(),
                Set.of(Role.CENTER_MANAGER),
                choice,
                reason,
                NOW);
    }

    private List<KnownConflict> conflicts() {
        return List.of(
                new KnownConflict(conflict(true), true, Optional.empty(), Optional.empty()),
                new KnownConflict(
                        conflict(false), true, said("Nobody else can."), Optional.of(DANA)));
    }

    private ChangeConflict conflict(boolean hard) {
        return new ChangeConflict(
                hard ? ConflictKind.FREEZE : ConflictKind.SAME_IMPLEMENTER,
                hard,
                Optional.of(Change.ref("SCHEDULED")),
                spoken.apply("Chris Changes is at C-2026-0009 from 01:00 to 03:00."));
    }

    private List<Step> steps(boolean began) {
        List<Step> steps = new ArrayList<>();
        steps.add(step("1", StepKind.PREPARE, began ? StepState.DONE : StepState.OPEN));
        steps.add(step("2", StepKind.FLOOR_GO, StepState.OPEN));
        steps.add(step("3", StepKind.IMPLEMENT, StepState.OPEN));
        steps.add(step("4", StepKind.BACK_OUT, StepState.OPEN));
        return steps;
    }

    private Step step(String id, StepKind kind, StepState state) {
        boolean done = state == StepState.DONE;
        return new Step(
                id,
                new StepPlan(
                        Optional.of(id),
                        kind,
                        spoken.apply("Take a snapshot of the database"),
                        said("Chris Changes"),
                        Optional.of(Duration.ofMinutes(10)),
                        Optional.of(Duration.ofMinutes(15))),
                state,
                done ? Optional.of(NOW.minusSeconds(600)) : Optional.empty(),
                done ? Optional.of(NOW) : Optional.empty(),
                done ? Optional.of(CHRIS) : Optional.empty(),
                done ? said("All good.") : Optional.empty());
    }

    private List<TestCall> calls() {
        return List.of(
                new TestCall(
                        "t", CallPath.WIRELESS, true, NOW, spoken.apply("Clear both ways"), CHRIS));
    }

    @Override
    public Page<ChangeEntry> list(Caller caller, ChangeFilter filter, PageRequest page) {
        return new Page<>(
                List.of(ChangeState.values()).stream()
                        .filter(
                                state ->
                                        filter.states().isEmpty()
                                                || filter.states().contains(state))
                        .map(state -> change(state).entry())
                        .toList(),
                Optional.empty());
    }

    @Override
    public Change get(Caller caller, String id) {
        return change(ChangeState.valueOf(id));
    }

    @Override
    public List<Change> all(Caller caller, List<String> ids) {
        return ids.stream().map(id -> get(caller, id)).toList();
    }

    @Override
    public Preview preview(Caller caller, String center, Optional<String> id, ChangeDraft draft) {
        return new Preview(
                risk(),
                List.of(conflict(true), conflict(false)),
                Set.of(CallPath.WIRELINE),
                List.of(BOARD));
    }

    @Override
    public Change create(Caller caller, String center, ChangeDraft draft) {
        throw new Invalid(
                new FieldError("title", "must not be empty"),
                new FieldError("steps[1].lasts", "must be more than 0"));
    }

    @Override
    public Change update(
            Caller caller,
            String id,
            long version,
            ChangeDraft draft,
            Optional<String> conflictReason) {
        return create(caller, CENTER, draft);
    }

    @Override
    public List<MoveOption> moves(Caller caller, String id) {
        return switch (ChangeState.valueOf(id)) {
            case DRAFT ->
                    List.of(
                            new MoveOption(
                                    Move.SUBMIT,
                                    ChangeState.APPROVAL,
                                    List.of(
                                            new FieldError("testPlan", "must say how"),
                                            new FieldError("steps", "must have at least one")),
                                    false),
                            option(Move.CANCEL, true));
            case APPROVED -> List.of(option(Move.SCHEDULE, false), option(Move.WITHDRAW, true));
            case SCHEDULED -> List.of(option(Move.START, false), option(Move.WITHDRAW, true));
            case RUNNING ->
                    List.of(
                            option(Move.HOLD, true),
                            option(Move.BACK_OUT, true),
                            option(Move.FINISH, false));
            case HELD -> List.of(option(Move.RESUME, false), option(Move.BACK_OUT, true));
            case BACKING_OUT -> List.of(option(Move.FINISH, false));
            default -> List.of();
        };
    }

    private static MoveOption option(Move move, boolean reason) {
        return new MoveOption(move, ChangeState.RUNNING, List.of(), reason);
    }

    @Override
    public Change move(Caller caller, String id, MoveRequest request) {
        throw new Invalid(new FieldError("reason", "must say why"));
    }

    @Override
    public Change vote(
            Caller caller,
            String id,
            int round,
            Optional<String> standsFor,
            VoteChoice choice,
            Optional<String> reason) {
        throw new Invalid(new FieldError("reason", "must say why it is refused"));
    }

    @Override
    public Change review(Caller caller, String id, long version, ReviewDraft review) {
        throw new Invalid(new FieldError("learned", "must have at most 4000 characters"));
    }
}
