package org.tieline.change.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.asset.CallPath;
import org.tieline.api.asset.Criticality;
import org.tieline.api.change.ApprovalStatus;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeConflict;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeEntry;
import org.tieline.api.change.ChangeFilter;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.ConflictKind;
import org.tieline.api.change.KnownConflict;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveOption;
import org.tieline.api.change.MoveRequest;
import org.tieline.api.change.RiskAnswer;
import org.tieline.api.change.RiskQuestion;
import org.tieline.api.change.Step;
import org.tieline.api.change.StepKind;
import org.tieline.api.change.StepPlan;
import org.tieline.api.change.StepState;
import org.tieline.api.change.VoteChoice;
import org.tieline.api.change.Window;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;

class ChangesTest extends ChangeCase {
    ChangesTest(Engine engine) {
        super(engine);
    }

    private static Set<String> faulty(Invalid refusal) {
        return refusal.errors().stream().map(FieldError::field).collect(Collectors.toSet());
    }

    private Set<String> refused(ChangeDraft draft) {
        return faulty(assertThrows(Invalid.class, () -> changes.create(planner, center, draft)));
    }

    private ChangeDraft normal() {
        return complete(
                ChangeType.NORMAL, Set.of(asset(Platform.unique("Recorder"), Criticality.LOW)));
    }

    @Test
    void aTitleIsEnoughToBegin() {
        Change change =
                changes.create(staff, center, ChangeDraft.of("Move a desk", ChangeType.NORMAL));
        assertEquals(ChangeState.DRAFT, change.state());
        assertTrue(change.number().matches("C-2\\d{3}-0001"), change.number());
        assertEquals(change, changes.get(staff, change.id()));
        assertEquals(
                2,
                Integer.parseInt(
                        changes.create(staff, center, ChangeDraft.of("b", ChangeType.NORMAL))
                                .number()
                                .substring(7)));
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        Change change = changes.create(planner, center, normal());
        assertEquals(change, changes.get(planner, change.id()));
        Change closed = closedWell(worked(normal()));
        assertEquals(closed, changes.get(planner, closed.id()));
        Change refused =
                changes.vote(
                        manager,
                        submitted(normal()).id(),
                        1,
                        VoteChoice.REFUSE,
                        Optional.of("Not in storm season"));
        assertEquals(refused, changes.get(planner, refused.id()));
    }

    private Change closedWell(Change change) {
        changes.move(planner, change.id(), MoveRequest.of(Move.FINISH));
        reviewed(change);
        return changes.move(planner, change.id(), MoveRequest.close(ClosureCode.SUCCESSFUL));
    }

    @Test
    void whatIsWrongIsNamedByField() {
        ChangeDraft plain = ChangeDraft.of("Plain", ChangeType.NORMAL);
        Instant noon = now().plus(Duration.ofDays(1));
        assertEquals(
                Set.of("window.end"), refused(plain.at(new Window(noon, noon.minusSeconds(60)))));
        assertEquals(
                Set.of("window.start"),
                refused(
                        plain.at(
                                new Window(
                                        now().minus(Duration.ofDays(2)),
                                        now().minus(Duration.ofDays(1))))));
        assertEquals(
                Set.of("window.end"),
                refused(plain.at(new Window(noon, noon.plus(Duration.ofDays(730))))));
        assertEquals(
                Set.of("window.start"),
                refused(plain.at(new Window(Instant.MAX.minusSeconds(60), Instant.MAX))));
        assertEquals(
                Set.of("title"), refused(ChangeDraft.of("x".repeat(100_000), ChangeType.NORMAL)));
        assertEquals(Set.of("title"), refused(ChangeDraft.of(" ", ChangeType.NORMAL)));
        assertEquals(Set.of("model"), refused(ChangeDraft.of("Reboot", ChangeType.STANDARD)));
        List<StepPlan> many = Collections.nCopies(10_000, step(StepKind.IMPLEMENT, "Again"));
        assertEquals(Set.of("steps"), refused(withSteps(plain, many)));
        assertEquals(
                Set.of("assets"), refused(complete(ChangeType.NORMAL, Set.of("no-such-asset"))));
    }

    @Test
    void markupIsTextLikeAnyOther() {
        String title = "<script>alert('x')</script> & \"quotes\"";
        Change change = changes.create(staff, center, ChangeDraft.of(title, ChangeType.NORMAL));
        assertEquals(title, changes.get(staff, change.id()).facts().title());
    }

    @Test
    void anotherCentersAssetCannotBeNamed() {
        String other = platform.center();
        String foreign =
                assets.create(
                                ROOT,
                                other,
                                asset("Tower", org.tieline.api.asset.AssetKind.SITE, Set.of()))
                        .id();
        assertEquals(Set.of("assets"), refused(complete(ChangeType.NORMAL, Set.of(foreign))));
    }

    @Test
    void anImplementerHasARoleInTheCenter() {
        String elsewhere = platform.add(platform.center(), Role.ADMINISTRATOR).id();
        ChangeDraft draft = doneBy(normal(), elsewhere);
        assertEquals(Set.of("implementer"), refused(draft));
    }

    @Test
    void everythingMissingIsSaidAtOnce() {
        Change change = changes.create(planner, center, ChangeDraft.of("Bare", ChangeType.NORMAL));
        Invalid refusal =
                assertThrows(
                        Invalid.class,
                        () -> changes.move(planner, change.id(), MoveRequest.of(Move.SUBMIT)));
        assertEquals(
                Set.of(
                        "why",
                        "what",
                        "assets",
                        "risk",
                        "window",
                        "implementer",
                        "testPlan",
                        "backOutPlan",
                        "decideAfter",
                        "callsMeanwhile",
                        "tell",
                        "steps"),
                faulty(refusal));
        MoveOption submit =
                changes.moves(planner, change.id()).stream()
                        .filter(option -> option.move() == Move.SUBMIT)
                        .findFirst()
                        .orElseThrow();
        assertEquals(refusal.errors(), submit.missing());
    }

    @Test
    void aNormalChangeGoesFromDraftToClosed() {
        Change change = closedWell(worked(normal()));
        assertEquals(ChangeState.CLOSED, change.state());
        assertEquals(Optional.of(ClosureCode.SUCCESSFUL), change.closure());
        assertTrue(change.started().isPresent() && change.ended().isPresent());
        assertEquals(List.of(), changes.moves(planner, change.id()));
        List<String> actions = platform.journal(center, change.id());
        for (String action :
                List.of("created", "submitted", "voted", "scheduled", "started", "closed")) {
            assertTrue(actions.stream().anyMatch(line -> line.startsWith(action)), action);
        }
    }

    @Test
    void nobodyVotesOnTheirOwnChange() {
        Change change = submitted(normal());
        assertThrows(Forbidden.class, () -> approve(planner, change));
        assertThrows(Forbidden.class, () -> approve(doer, change));
    }

    @Test
    void aVitalServiceNeedsTwo() {
        ChangeDraft draft =
                complete(ChangeType.NORMAL, Set.of(asset("Call answering", Criticality.VITAL)));
        Change change = submitted(draft);
        Change first = approve(manager, change);
        assertEquals(ChangeState.APPROVAL, first.state());
        assertEquals(ChangeState.APPROVAL, approve(manager, first).state());
        assertEquals(ChangeState.APPROVED, approve(administrator, change).state());
    }

    @Test
    void aRefusalEndsItAndIsKept() {
        Change change = submitted(normal());
        assertEquals(
                Set.of("reason"),
                faulty(
                        assertThrows(
                                Invalid.class,
                                () ->
                                        changes.vote(
                                                manager,
                                                change.id(),
                                                1,
                                                VoteChoice.REFUSE,
                                                Optional.empty()))));
        Change refused =
                changes.vote(
                        manager, change.id(), 1, VoteChoice.REFUSE, Optional.of("Storm season"));
        assertEquals(ChangeState.REFUSED, refused.state());
        assertEquals(ApprovalStatus.REFUSED, refused.approval().status());
        assertEquals(
                Set.of("vote"),
                faulty(assertThrows(Invalid.class, () -> approve(administrator, change))));
        assertThrows(
                Conflict.class,
                () -> changes.update(planner, change.id(), refused.version(), refused.facts()));
    }

    @Test
    void abstainingDecidesNothing() {
        Change change = submitted(normal());
        Change after = changes.vote(manager, change.id(), 1, VoteChoice.ABSTAIN, Optional.empty());
        assertEquals(ChangeState.APPROVAL, after.state());
        assertEquals(ChangeState.APPROVED, approve(administrator, change).state());
    }

    @Test
    void whoBelongsToNoAuthorityHasNoVote() {
        Change change = submitted(normal());
        assertThrows(Forbidden.class, () -> approve(staff, change));
        assertThrows(
                NotFound.class,
                () -> approve(Platform.caller(platform.center(), Role.CENTER_MANAGER), change));
    }

    @Test
    void whatWasApprovedIsFixed() {
        Change approved = approved(normal());
        ChangeDraft later =
                approved.facts()
                        .at(
                                new Window(
                                        soon().start().plusSeconds(3600),
                                        soon().end().plusSeconds(3600)));
        Change again = changes.update(planner, approved.id(), approved.version(), later);
        assertEquals(ChangeState.APPROVAL, again.state());
        assertEquals(ApprovalStatus.ASKED, again.approval().status());
        assertEquals(2, again.approval().round());
        assertEquals(
                Optional.of("Changed after it was asked for: window."),
                again.approval().askedAgain());
        assertThrows(Stale.class, () -> approve(manager, approved));
        assertEquals(ChangeState.APPROVED, approve(manager, again).state());
    }

    @Test
    void aTypingErrorNeedsNoNewApproval() {
        Change approved = approved(normal());
        Change after =
                changes.update(
                        planner,
                        approved.id(),
                        approved.version(),
                        titled(approved.facts(), "Typo"));
        assertEquals(ChangeState.APPROVED, after.state());
    }

    @Test
    void theSecondEditorIsToldWhatChanged() {
        Change change = changes.create(planner, center, normal());
        changes.update(planner, change.id(), 1, titled(change.facts(), "First"));
        Stale stale =
                assertThrows(
                        Stale.class,
                        () ->
                                changes.update(
                                        manager, change.id(), 1, titled(change.facts(), "Second")));
        assertEquals(2, stale.version());
        assertEquals(
                List.of("title"),
                stale.since().stream()
                        .flatMap(line -> line.changes().stream())
                        .map(org.tieline.api.FieldChange::field)
                        .toList());
        assertEquals("First", changes.get(planner, change.id()).facts().title());
    }

    @Test
    void hardConflictsStandAgainstTheScheduleAndSoftOnesAskForAReason() {
        Change change = approved(normal());
        inTheWay.add(conflict(ConflictKind.FREEZE, true, "Storm season."));
        inTheWay.add(conflict(ConflictKind.BUSY_HOUR, false, "Many calls."));
        assertEquals(
                Set.of("conflicts", "conflictReason"),
                faulty(
                        assertThrows(
                                Invalid.class,
                                () ->
                                        changes.move(
                                                planner,
                                                change.id(),
                                                MoveRequest.of(Move.SCHEDULE)))));
        inTheWay.remove(0);
        Change scheduled =
                changes.move(
                        planner,
                        change.id(),
                        MoveRequest.of(Move.SCHEDULE).inSpiteOfConflicts("The vendor is here"));
        KnownConflict known = scheduled.conflicts().get(0);
        assertEquals(Optional.of("The vendor is here"), known.reason());
        assertEquals(scheduled, changes.get(planner, change.id()));
        Change started = changes.move(staff, change.id(), MoveRequest.of(Move.START));
        assertEquals(scheduled.conflicts(), started.conflicts());
    }

    @Test
    void anOverriddenConflictStaysOnTheRecordWhenItIsGone() {
        inTheWay.add(conflict(ConflictKind.BUSY_HOUR, false, "Many calls."));
        Change change = changes.create(planner, center, normal());
        changes.move(
                planner,
                change.id(),
                MoveRequest.of(Move.SUBMIT).inSpiteOfConflicts("No other night"));
        inTheWay.clear();
        approve(manager, changes.get(planner, change.id()));
        Change scheduled = changes.move(planner, change.id(), MoveRequest.of(Move.SCHEDULE));
        assertEquals(1, scheduled.conflicts().size());
        assertFalse(scheduled.conflicts().get(0).present());
    }

    private static ChangeConflict conflict(ConflictKind kind, boolean hard, String words) {
        return new ChangeConflict(kind, hard, Optional.empty(), words);
    }

    @Test
    void aCallPathThatWasTouchedIsTestedBeforeItCountsAsSuccess() {
        String phone = asset("Phone system", Criticality.LOW, CallPath.WIRELINE, CallPath.WIRELESS);
        Change change = running(complete(ChangeType.NORMAL, Set.of(phone)));
        assertEquals(Set.of(CallPath.WIRELINE, CallPath.WIRELESS), change.callPaths());
        tested(change, CallPath.WIRELESS, true);
        platform.clock.advance(Duration.ofSeconds(1));
        done(change, StepKind.FLOOR_GO);
        done(change, StepKind.IMPLEMENT);
        done(change, StepKind.TEST_CALL);
        tested(change, CallPath.WIRELINE, true);
        changes.move(planner, change.id(), MoveRequest.of(Move.FINISH));
        reviewed(change);
        Invalid early =
                assertThrows(
                        Invalid.class,
                        () ->
                                changes.move(
                                        planner,
                                        change.id(),
                                        MoveRequest.close(ClosureCode.SUCCESSFUL)));
        assertEquals(Set.of("testCalls"), faulty(early));
        assertTrue(early.getMessage().endsWith("for: wireless"), early.getMessage());
        tested(change, CallPath.WIRELESS, false);
        assertThrows(
                Invalid.class,
                () ->
                        changes.move(
                                planner, change.id(), MoveRequest.close(ClosureCode.WITH_ISSUES)));
        tested(change, CallPath.WIRELESS, true);
        assertEquals(
                ChangeState.CLOSED,
                changes.move(planner, change.id(), MoveRequest.close(ClosureCode.SUCCESSFUL))
                        .state());
    }

    @Test
    void whatWasBackedOutWasNoSuccess() {
        Change change = worked(normal());
        changes.move(staff, change.id(), because(Move.BACK_OUT));
        assertThrows(
                Invalid.class, () -> changes.move(staff, change.id(), MoveRequest.of(Move.FINISH)));
        done(change, StepKind.BACK_OUT);
        changes.move(staff, change.id(), MoveRequest.of(Move.FINISH));
        reviewed(change);
        assertEquals(
                Set.of("closure"),
                faulty(
                        assertThrows(
                                Invalid.class,
                                () ->
                                        changes.move(
                                                planner,
                                                change.id(),
                                                MoveRequest.close(ClosureCode.SUCCESSFUL)))));
        assertEquals(
                Optional.of(ClosureCode.BACKED_OUT),
                changes.move(planner, change.id(), MoveRequest.close(ClosureCode.BACKED_OUT))
                        .closure());
    }

    @Test
    void anEmergencyStartsFirstAndIsDocumentedAfterwards() {
        ChangeDraft bare = ChangeDraft.of("Patch the firewall now", ChangeType.EMERGENCY);
        Change change = changes.create(planner, center, saying(bare, "Port 3389 is closed"));
        Change started = changes.move(staff, change.id(), MoveRequest.of(Move.START));
        assertEquals(ChangeState.RUNNING, started.state());
        assertEquals(ApprovalStatus.ASKED, started.approval().status());
        changes.move(staff, change.id(), MoveRequest.of(Move.FINISH));
        Change under = reviewed(change);
        Invalid early =
                assertThrows(
                        Invalid.class,
                        () ->
                                changes.move(
                                        planner,
                                        change.id(),
                                        MoveRequest.close(ClosureCode.SUCCESSFUL)));
        assertTrue(faulty(early).containsAll(Set.of("approval", "testPlan", "backOutPlan")));
        Change documented =
                changes.update(
                        planner,
                        change.id(),
                        under.version(),
                        complete(
                                ChangeType.EMERGENCY, Set.of(asset("Firewall", Criticality.HIGH))));
        assertEquals(ChangeState.REVIEW, documented.state());
        Change agreed = approve(manager, documented);
        assertEquals(ChangeState.REVIEW, agreed.state());
        assertEquals(
                ChangeState.CLOSED,
                changes.move(planner, change.id(), MoveRequest.close(ClosureCode.SUCCESSFUL))
                        .state());
    }

    @Test
    void anEmergencyThatIsRefusedAfterwardsWasNoSuccess() {
        ChangeDraft draft =
                complete(ChangeType.EMERGENCY, Set.of(asset("Gateway", Criticality.HIGH)));
        Change change = changes.create(planner, center, draft);
        changes.move(staff, change.id(), MoveRequest.of(Move.START));
        Change refused =
                changes.vote(manager, change.id(), 1, VoteChoice.REFUSE, Optional.of("No need"));
        assertEquals(ChangeState.RUNNING, refused.state());
        changes.move(staff, change.id(), because(Move.BACK_OUT));
        done(change, StepKind.BACK_OUT);
        changes.move(staff, change.id(), MoveRequest.of(Move.FINISH));
        reviewed(change);
        assertEquals(
                ChangeState.CLOSED,
                changes.move(planner, change.id(), MoveRequest.close(ClosureCode.BACKED_OUT))
                        .state());
    }

    @Test
    void theFloorSaysWhenItCanBearIt() {
        Change change = running(normal());
        Step go = change.steps().get(0);
        Step swap = change.steps().get(1);
        assertThrows(Conflict.class, () -> done(change, swap));
        assertThrows(
                Forbidden.class,
                () ->
                        runs.step(
                                doer,
                                change.id(),
                                go.id(),
                                StepState.DONE,
                                Optional.empty(),
                                Optional.empty()));
        Change held =
                runs.step(
                        staff,
                        change.id(),
                        go.id(),
                        StepState.FAILED,
                        Optional.empty(),
                        Optional.of("A fire on Main Street"));
        assertEquals(ChangeState.HELD, held.state());
        done(change, go);
        changes.move(staff, change.id(), MoveRequest.of(Move.RESUME));
        assertEquals(StepState.DONE, done(change, swap).steps().get(1).state());
    }

    @Test
    void aStepEndsAfterItsBeginning() {
        Change change = running(normal());
        done(change, StepKind.FLOOR_GO);
        String swap = change.steps().get(1).id();
        runs.step(staff, change.id(), swap, StepState.STARTED, Optional.empty(), Optional.empty());
        assertEquals(
                Set.of("at"),
                faulty(
                        assertThrows(
                                Invalid.class,
                                () ->
                                        runs.step(
                                                staff,
                                                change.id(),
                                                swap,
                                                StepState.DONE,
                                                Optional.of(now().minusSeconds(3600)),
                                                Optional.empty()))));
        assertEquals(
                Set.of("at", "result"),
                faulty(
                        assertThrows(
                                Invalid.class,
                                () ->
                                        runs.step(
                                                staff,
                                                change.id(),
                                                swap,
                                                StepState.SKIPPED,
                                                Optional.of(now().plusSeconds(3600)),
                                                Optional.empty()))));
    }

    @Test
    void aListIsPagedWithoutLossAndFiltered() {
        List<String> made = new ArrayList<>();
        IntStream.range(0, 7)
                .forEach(
                        i ->
                                made.add(
                                        changes.create(
                                                        planner,
                                                        center,
                                                        ChangeDraft.of("c" + i, ChangeType.NORMAL)
                                                                .at(soon()))
                                                .id()));
        changes.move(planner, made.get(3), because(Move.CANCEL));
        Collections.reverse(made);
        assertEquals(made, ids(ChangeFilter.of(center), 3));
        assertEquals(
                List.of(made.get(3)),
                ids(ChangeFilter.of(center).in(Set.of(ChangeState.CANCELLED)), 3));
        assertEquals(
                made,
                ids(
                        ChangeFilter.of(center)
                                .in(Set.of(ChangeState.DRAFT, ChangeState.CANCELLED)),
                        2));
        assertEquals(
                new HashSet<>(made), new HashSet<>(ids(ChangeFilter.of(center).during(soon()), 2)));
        assertThrows(
                NotFound.class,
                () -> changes.list(planner, ChangeFilter.of("no-such"), PageRequest.FIRST));
        Change named = changes.create(planner, center, normal());
        String assetImpact = named.facts().assets().iterator().next();
        assertEquals(List.of(named.id()), ids(ChangeFilter.of(center).touching(assetImpact), 3));
        assertEquals(List.of(named.id()), ids(ChangeFilter.of(center).doneBy(implementer), 3));
    }

    @Test
    void theListOfSeveralCentersIsOneList() {
        String other = platform.center();
        Caller both =
                new Caller(
                        planner.actor(),
                        Map.of(
                                center, Set.of(Role.CHANGE_MANAGER),
                                other, Set.of(Role.CHANGE_MANAGER)),
                        Optional.empty(),
                        Optional.empty());
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ChangeDraft draft = ChangeDraft.of("Change " + i, ChangeType.NORMAL);
            made.add(0, changes.create(both, i % 2 == 0 ? center : other, draft).id());
        }
        assertEquals(made, ids(both, ChangeFilter.ALL, 2));
        Set<ChangeState> open = Set.of(ChangeState.DRAFT, ChangeState.APPROVAL);
        assertEquals(made, ids(both, ChangeFilter.ALL.in(open), 2));
        assertEquals(List.of(), ids(both, ChangeFilter.ALL.in(Set.of(ChangeState.CLOSED)), 2));
    }

    private List<String> ids(ChangeFilter filter, int limit) {
        return ids(planner, filter, limit);
    }

    private List<String> ids(Caller caller, ChangeFilter filter, int limit) {
        List<String> ids = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            var page = changes.list(caller, filter, new PageRequest(limit, cursor));
            page.items().stream().map(ChangeEntry::id).forEach(ids::add);
            cursor = page.next();
        } while (cursor.isPresent());
        return ids;
    }

    @Test
    void foreignChangesLookAsIfTheyDidNotExist() {
        Change change = changes.create(planner, center, normal());
        var foreign = Platform.caller(platform.center(), Role.CENTER_MANAGER);
        assertThrows(NotFound.class, () -> changes.get(foreign, change.id()));
        assertThrows(NotFound.class, () -> changes.moves(foreign, change.id()));
        assertThrows(
                NotFound.class,
                () -> changes.move(foreign, change.id(), MoveRequest.of(Move.SUBMIT)));
        assertThrows(
                NotFound.class,
                () ->
                        runs.step(
                                foreign,
                                change.id(),
                                change.steps().get(0).id(),
                                StepState.DONE,
                                Optional.empty(),
                                Optional.empty()));
        assertEquals(List.of(), changes.list(foreign, ChangeFilter.ALL, PageRequest.FIRST).items());
    }

    private static ChangeDraft withSteps(ChangeDraft draft, List<StepPlan> steps) {
        return copy(draft, draft.title(), draft.what(), draft.implementer(), steps);
    }

    private static ChangeDraft titled(ChangeDraft draft, String title) {
        return copy(draft, title, draft.what(), draft.implementer(), draft.steps());
    }

    private static ChangeDraft saying(ChangeDraft draft, String what) {
        return copy(draft, draft.title(), Optional.of(what), draft.implementer(), draft.steps());
    }

    private static ChangeDraft doneBy(ChangeDraft draft, String implementer) {
        return copy(draft, draft.title(), draft.what(), Optional.of(implementer), draft.steps());
    }

    private static ChangeDraft copy(
            ChangeDraft draft,
            String title,
            Optional<String> what,
            Optional<String> implementer,
            List<StepPlan> steps) {
        return new ChangeDraft(
                title,
                draft.type(),
                draft.model(),
                draft.why(),
                what,
                draft.assets(),
                draft.callPaths(),
                draft.risk(),
                draft.window(),
                implementer,
                draft.testPlan(),
                draft.backOutPlan(),
                draft.decideAfter(),
                draft.callsMeanwhile(),
                draft.tell(),
                steps);
    }

    @Test
    void theJournalTellsItInTheWordsOfTheScreen() {
        Change change = changes.create(planner, center, normal());
        String created = platform.journal(center, change.id()).get(0);
        assertTrue(created.contains("\"risk.calls\""), created);
        assertTrue(created.contains(RiskQuestion.CALLS.meaning(RiskAnswer.LOW)), created);
        assertTrue(created.contains("Floor go or no-go: "), created);
        assertTrue(created.contains(", open"), created);
    }
}
