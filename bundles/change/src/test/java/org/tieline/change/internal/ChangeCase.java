package org.tieline.change.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.CallPath;
import org.tieline.api.asset.Criticality;
import org.tieline.api.change.AimMet;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeConflict;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveRequest;
import org.tieline.api.change.ReviewDraft;
import org.tieline.api.change.RiskAnswer;
import org.tieline.api.change.RiskFinding;
import org.tieline.api.change.RiskQuestion;
import org.tieline.api.change.Step;
import org.tieline.api.change.StepKind;
import org.tieline.api.change.StepPlan;
import org.tieline.api.change.StepState;
import org.tieline.api.change.VoteChoice;
import org.tieline.api.change.Window;
import org.tieline.api.person.RoleGrant;
import org.tieline.change.internal.approval.Electorate;
import org.tieline.change.internal.approval.SqlApprovalRules;
import org.tieline.change.internal.approval.VotingRights;
import org.tieline.change.internal.conflict.CalendarTest;
import org.tieline.change.internal.delegation.SqlDelegations;
import org.tieline.change.internal.model.SqlChangeModels;
import org.tieline.change.internal.risk.Assessors;
import org.tieline.change.internal.run.SqlChangeRuns;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.spi.change.Assessed;
import org.tieline.spi.change.RiskAssessor;

/** Changes on both databases, with conflicts and risk as each test says them. */
public abstract class ChangeCase extends CalendarTest {
    private static final List<Electorate.Elector> PLENTY =
            List.of("Ada", "Ben", "Cal").stream()
                    .map(name -> new Electorate.Elector(name, name, Set.of(Role.values())))
                    .toList();
    protected final List<ChangeConflict> inTheWay = new ArrayList<>();
    protected final List<Electorate.Elector> electors = new ArrayList<>(PLENTY);
    protected final List<RiskFinding> findings = new ArrayList<>();
    protected final SqlDelegations delegations;
    protected final VotingRights votingRights;
    protected final SqlApprovalRules rules;
    protected final SqlChanges changes;
    protected final SqlChangeRuns runs;
    protected final SqlChangeModels models;

    protected final Caller staff;
    protected final Caller planner;
    protected final Caller administrator;
    protected final String implementer;
    protected final Caller doer;

    protected ChangeCase(Engine engine) {
        super(engine);
        delegations =
                new SqlDelegations(
                        store, platform.access, platform.centers, platform.people, platform.clock);
        rules = SqlApprovalRules.in(store, platform.access, platform.centers, assetImpact);
        votingRights =
                new VotingRights(platform.access, delegations, platform.people, platform.clock);
        changes =
                new SqlChanges(
                        store,
                        platform.access,
                        platform.centers,
                        platform.people,
                        assetImpact,
                        new Assessors(List.of(assessor())),
                        (of, id, draft, touch) -> sql -> List.copyOf(inTheWay),
                        votingRights,
                        Electorate.among(store, of -> List.copyOf(electors)),
                        platform.clock);
        runs = SqlChangeRuns.in(store, platform.access);
        models = SqlChangeModels.in(store, platform.access, platform.centers, assetImpact);
        staff = Platform.caller(center, Role.STAFF);
        planner = Platform.caller(center, Role.CHANGE_MANAGER);
        administrator = Platform.caller(center, Role.ADMINISTRATOR);
        implementer =
                platform.people
                        .create(
                                ROOT,
                                Platform.person(center, new RoleGrant(center, Role.ADMINISTRATOR)))
                        .id();
        doer = as(implementer, Role.ADMINISTRATOR);
    }

    private RiskAssessor assessor() {
        return new RiskAssessor() {
            @Override
            public String name() {
                return "Test";
            }

            @Override
            public List<RiskFinding> assess(Caller caller, Assessed change) {
                return List.copyOf(findings);
            }
        };
    }

    private Caller as(String id, Role role) {
        Caller any = Platform.caller(center, role);
        return new Caller(
                new org.tieline.api.access.Actor(
                        id, "Pat", any.actor().via(), Optional.empty(), Optional.empty()),
                any.roles(),
                Optional.empty(),
                Optional.empty());
    }

    protected Instant now() {
        return platform.clock.instant();
    }

    /** A window that is open already. */
    protected Window soon() {
        return new Window(
                now().plus(Duration.ofMinutes(5))
                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                now().plus(Duration.ofHours(3)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }

    protected String asset(String name, Criticality criticality, CallPath... paths) {
        return assets.create(
                        ROOT,
                        center,
                        new AssetDraft(
                                name,
                                AssetKind.PHONE_SYSTEM,
                                AssetState.IN_USE,
                                criticality,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Set.of(paths),
                                List.of(),
                                List.of(),
                                Set.of()))
                .id();
    }

    protected static StepPlan step(StepKind kind, String what) {
        return new StepPlan(
                Optional.empty(),
                kind,
                what,
                Optional.of("Alex"),
                Optional.of(Duration.ZERO),
                Optional.of(Duration.ofMinutes(10)));
    }

    /** A draft that lacks nothing. */
    protected ChangeDraft complete(ChangeType type, Set<String> touches) {
        Map<RiskQuestion, RiskAnswer> answers =
                Arrays.stream(RiskQuestion.values())
                        .collect(Collectors.toMap(Function.identity(), any -> RiskAnswer.LOW));
        return new ChangeDraft(
                "Replace the recorder",
                type,
                Optional.empty(),
                Optional.of("The old one fails"),
                Optional.of("A new recorder records"),
                touches,
                Set.of(),
                answers,
                Optional.of(soon()),
                Optional.of(implementer),
                Optional.of("Call every line"),
                Optional.of("Plug the old one in"),
                Optional.of(Duration.ofMinutes(90)),
                Optional.of("By hand"),
                Optional.of("The sheriff"),
                List.of(
                        step(StepKind.FLOOR_GO, "Ask the floor"),
                        step(StepKind.IMPLEMENT, "Swap"),
                        step(StepKind.TEST_CALL, "Call"),
                        step(StepKind.BACK_OUT, "Swap back")));
    }

    protected Change submitted(ChangeDraft draft) {
        Change change = changes.create(planner, center, draft);
        return changes.move(planner, change.id(), MoveRequest.of(Move.SUBMIT));
    }

    protected Change approved(ChangeDraft draft) {
        Change change = submitted(draft);
        while (change.approval().status() == org.tieline.api.change.ApprovalStatus.ASKED) {
            Caller voter = Platform.caller(center, Role.CENTER_MANAGER);
            change = approve(voter, change);
        }
        return change;
    }

    protected Change approve(Caller voter, Change change) {
        return changes.vote(
                voter,
                change.id(),
                change.approval().round(),
                VoteChoice.APPROVE,
                Optional.empty());
    }

    protected Change running(ChangeDraft draft) {
        Change change = approved(draft);
        changes.move(planner, change.id(), MoveRequest.of(Move.SCHEDULE));
        return changes.move(staff, change.id(), MoveRequest.of(Move.START));
    }

    protected Change done(Change change, StepKind kind) {
        Change now = change;
        for (Step step : change.steps()) {
            if (step.plan().kind() == kind) {
                now = done(now, step);
            }
        }
        return now;
    }

    protected Change done(Change change, Step step) {
        return runs.step(
                staff, change.id(), step.id(), StepState.DONE, Optional.empty(), Optional.empty());
    }

    protected Change worked(ChangeDraft draft) {
        Change change = running(draft);
        done(change, StepKind.FLOOR_GO);
        done(change, StepKind.IMPLEMENT);
        return done(change, StepKind.TEST_CALL);
    }

    protected Change reviewed(Change change) {
        return changes.review(
                planner,
                change.id(),
                changes.get(planner, change.id()).version(),
                new ReviewDraft(
                        AimMet.YES, Optional.empty(), Optional.empty(), Optional.of("Label it")));
    }

    protected Change tested(Change change, CallPath path, boolean passed) {
        return runs.testCall(
                staff, change.id(), path, passed, Optional.empty(), "From position 3, heard");
    }

    protected static MoveRequest because(Move move) {
        return MoveRequest.of(move).because("It is time");
    }
}
