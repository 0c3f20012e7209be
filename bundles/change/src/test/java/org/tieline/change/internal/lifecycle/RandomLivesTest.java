package org.tieline.change.internal.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.asset.CallPath;
import org.tieline.api.asset.Criticality;
import org.tieline.api.change.AimMet;
import org.tieline.api.change.ApprovalStatus;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeConflict;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.ConflictKind;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveRequest;
import org.tieline.api.change.ReviewDraft;
import org.tieline.api.change.Step;
import org.tieline.api.change.StepKind;
import org.tieline.api.change.StepState;
import org.tieline.api.change.TestCall;
import org.tieline.api.change.Vote;
import org.tieline.api.change.VoteChoice;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Refusal;
import org.tieline.change.internal.ChangeCase;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;

/** Whatever people do, in whatever order, no change ends well without what the rules demand. */
class RandomLivesTest extends ChangeCase {
    private static final int LIVES = 12;
    private static final int MOST = 500;
    private static final int ACTS = 100;
    private static final Set<ClosureCode> WELL =
            Set.of(ClosureCode.SUCCESSFUL, ClosureCode.WITH_ISSUES);

    private static final Set<Move> BACK =
            Set.of(Move.CANCEL, Move.WITHDRAW, Move.BACK_OUT, Move.HOLD);

    private final List<Caller> people = new ArrayList<>();
    private final long seed = Long.getLong("tieline.seed", 20_261_122);
    private final Random random = new Random(seed);
    private int ended;

    RandomLivesTest(Engine engine) {
        super(engine);
        for (Role role : Role.values()) {
            people.add(Platform.caller(center, role));
            people.add(Platform.caller(center, role));
        }
        people.add(doer);
    }

    @Test
    void noLifeEndsWellWithoutWhatTheRulesDemand() {
        String phone = asset("Phones", Criticality.HIGH, CallPath.WIRELINE, CallPath.TEXT);
        String context = "seed " + seed;
        System.out.println("RandomLivesTest " + context);
        for (int life = 0; life < LIVES || ended == 0 && life < MOST; life++) {
            ChangeType type = random.nextBoolean() ? ChangeType.NORMAL : ChangeType.EMERGENCY;
            ChangeDraft whole = complete(type, Set.of(phone));
            ChangeDraft first =
                    random.nextInt(4) > 0 ? whole : ChangeDraft.of("Only a title", type);
            Change change = changes.create(people.get(4), center, first);
            for (int act = 0; act < ACTS && !change.state().isEnd(); act++) {
                platform.clock.advance(Duration.ofMillis(10));
                change = act(change, whole, context);
            }
            if (change.state() == ChangeState.CLOSED) {
                ended++;
                requireEarned(change, context);
            }
        }
        assertTrue(ended > 0, "no life came to its end; " + context);
    }

    private Change act(Change change, ChangeDraft whole, String context) {
        Caller caller = people.get(random.nextInt(people.size()));
        try {
            switch (random.nextInt(10)) {
                case 0 -> edit(change, whole, caller);
                case 1, 2 -> vote(change, caller);
                case 3, 4 -> step(change, caller);
                case 5 -> testCall(change, caller);
                case 6 -> review(change, caller);
                default -> move(change, caller, context);
            }
        } catch (Refusal e) {
            assertEquals(change, changes.get(ROOT, change.id()), "half done; " + context);
        }
        return changes.get(ROOT, change.id());
    }

    private void edit(Change change, ChangeDraft whole, Caller caller) {
        boolean bare = change.facts().why().isEmpty();
        changes.update(
                caller,
                change.id(),
                change.version(),
                bare || random.nextInt(10) == 0 ? whole : change.facts());
    }

    private void vote(Change change, Caller caller) {
        VoteChoice choice = random.nextInt(12) == 0 ? VoteChoice.REFUSE : VoteChoice.APPROVE;
        changes.vote(
                caller,
                change.id(),
                change.approval().round(),
                choice,
                Optional.of("In my opinion"));
    }

    private void step(Change change, Caller caller) {
        if (change.steps().isEmpty()) {
            return;
        }
        Step step = change.steps().get(random.nextInt(change.steps().size()));
        StepState state = random.nextInt(8) == 0 ? StepState.FAILED : StepState.DONE;
        runs.step(
                caller, change.id(), step.id(), state, Optional.empty(), Optional.of("So it was"));
    }

    private void testCall(Change change, Caller caller) {
        CallPath path = random.nextBoolean() ? CallPath.WIRELINE : CallPath.TEXT;
        runs.testCall(caller, change.id(), path, random.nextInt(4) > 0, Optional.empty(), "Heard");
    }

    private void review(Change change, Caller caller) {
        changes.review(
                caller,
                change.id(),
                change.version(),
                new ReviewDraft(AimMet.YES, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** Any move at times; mostly one that there is, and one that leads on. */
    private Move next(Change change) {
        List<Move> moves =
                random.nextInt(4) == 0
                        ? List.of(Move.values())
                        : Lifecycle.from(change.facts().type(), change.state()).stream()
                                .map(Lifecycle.Rule::move)
                                .filter(move -> random.nextInt(8) == 0 || !BACK.contains(move))
                                .toList();
        return moves.isEmpty() ? Move.CLOSE : moves.get(random.nextInt(moves.size()));
    }

    /** A move is refused for the reason that the table gives, or leads where the table says. */
    private void move(Change change, Caller caller, String context) {
        Move move = next(change);
        inTheWay.clear();
        if (random.nextInt(10) == 0) {
            inTheWay.add(
                    new ChangeConflict(
                            ConflictKind.FREEZE,
                            random.nextBoolean(),
                            Optional.empty(),
                            "A freeze."));
        }
        ClosureCode code = ClosureCode.values()[random.nextInt(ClosureCode.values().length)];
        MoveRequest request =
                new MoveRequest(
                        move, Optional.of("It is time"), Optional.empty(), Optional.of(code));
        Optional<Lifecycle.Rule> rule = Lifecycle.find(move, change.facts().type(), change.state());
        boolean may =
                rule.filter(
                                one ->
                                        caller.rolesIn(center).stream()
                                                .anyMatch(one.who().roles()::contains))
                        .isPresent();
        String what = change.state() + " " + move + " by " + caller.roles() + "; " + context;
        try {
            Change after = changes.move(caller, change.id(), request);
            assertTrue(may, what);
            assertEquals(rule.orElseThrow().to(), after.state(), what);
            assertTrue(
                    after.state() != ChangeState.SCHEDULED
                            || after.approval().status() == ApprovalStatus.APPROVED,
                    what);
            assertTrue(
                    inTheWay.isEmpty()
                            || after.state() != ChangeState.SCHEDULED && !(move == Move.START),
                    what);
        } catch (Forbidden e) {
            assertTrue(rule.isPresent() && !may, what);
            throw e;
        } catch (Conflict e) {
            assertTrue(rule.isEmpty() && move.canBeAskedFor(), what);
            throw e;
        } catch (Invalid e) {
            assertTrue(may || !move.canBeAskedFor(), what);
            throw e;
        }
    }

    private void requireEarned(Change change, String context) {
        String what = change + "; " + context;
        assertTrue(change.review().isPresent(), what);
        assertTrue(change.facts().backOutPlan().isPresent(), what);
        for (Vote vote : change.approval().votes()) {
            assertTrue(!vote.voter().equals(change.requester()), what);
            assertTrue(!vote.voter().id().equals(implementer), what);
        }
        if (!WELL.contains(change.closure().orElseThrow())) {
            return;
        }
        assertEquals(ApprovalStatus.APPROVED, change.approval().status(), what);
        assertTrue(change.backedOut().isEmpty(), what);
        assertEquals(Set.of(CallPath.WIRELINE, CallPath.TEXT), change.callPaths(), what);
        for (CallPath path : change.callPaths()) {
            TestCall call = change.testCall(path).orElseThrow();
            assertTrue(call.passed(), what);
            change.steps().stream()
                    .filter(step -> step.plan().kind() == StepKind.IMPLEMENT)
                    .flatMap(step -> step.finished().stream())
                    .forEach(done -> assertTrue(!call.at().isBefore(done), what));
        }
    }
}
