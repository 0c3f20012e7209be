package org.tieline.change.internal.demo;

import static org.tieline.api.access.Role.ADMINISTRATOR;
import static org.tieline.api.access.Role.CENTER_MANAGER;
import static org.tieline.api.access.Role.CHANGE_MANAGER;
import static org.tieline.api.access.Role.COORDINATOR;
import static org.tieline.api.access.Role.STAFF;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.AssetFilter;
import org.tieline.api.asset.Assets;
import org.tieline.api.asset.CallPath;
import org.tieline.api.center.Centers;
import org.tieline.api.change.AimMet;
import org.tieline.api.change.ApprovalStatus;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeFilter;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.ChangeModels;
import org.tieline.api.change.ChangeRuns;
import org.tieline.api.change.Changes;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveRequest;
import org.tieline.api.change.ReviewDraft;
import org.tieline.api.change.Step;
import org.tieline.api.change.StepKind;
import org.tieline.api.change.StepState;
import org.tieline.api.change.VoteChoice;
import org.tieline.api.change.Window;
import org.tieline.api.error.Refusal;
import org.tieline.api.person.People;
import org.tieline.spi.DemoRecords;

/**
 * The changes of the demonstration county: a CAD upgrade, a firewall change that collides with it,
 * an emergency patch, a recorder move that was backed out, and a restart from the catalogue. Its
 * people write, approve and do them by the rules that hold for everybody. Without a service map
 * there is nothing to tell.
 */
@Component
public final class ChangeDemo implements DemoRecords {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeDemo.class);
    private static final String IN_SPITE = "The vendor's technician is here this night only.";

    private final Changes changes;
    private final ChangeRuns runs;
    private final ChangeModels models;
    private final Assets assets;
    private final People people;
    private final Centers centers;
    private final Clock clock;

    @Activate
    public ChangeDemo(
            @Reference Changes changes,
            @Reference ChangeRuns runs,
            @Reference ChangeModels models,
            @Reference(
                            cardinality = ReferenceCardinality.OPTIONAL,
                            policyOption = ReferencePolicyOption.GREEDY)
                    Assets assets,
            @Reference People people,
            @Reference Centers centers) {
        this(changes, runs, models, assets, people, centers, Clock.systemUTC());
    }

    public ChangeDemo(
            Changes changes,
            ChangeRuns runs,
            ChangeModels models,
            Assets assets,
            People people,
            Centers centers,
            Clock clock) {
        this.changes = changes;
        this.runs = runs;
        this.models = models;
        this.assets = assets;
        this.people = people;
        this.centers = centers;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public void write(Caller caller) {
        boolean told =
                !changes.list(caller, ChangeFilter.of(COUNTY), PageRequest.FIRST).items().isEmpty();
        if (told || assets == null) {
            return;
        }
        CenterStaff centerStaff = new CenterStaff(people, caller, COUNTY);
        ZoneId zone = centers.get(caller, COUNTY).facts().timeZone();
        tell("the recorder move", () -> recorder(centerStaff));
        tell("the CAD upgrade", () -> cadUpgrade(centerStaff, sunday(zone)));
        tell("the firewall change", () -> firewall(centerStaff, sunday(zone)));
        tell("the emergency patch", () -> emergency(centerStaff));
        tell("the restart", () -> restart(centerStaff));
    }

    private static void tell(String story, Runnable telling) {
        try {
            telling.run();
        } catch (Refusal e) {
            LOG.error("The demonstration lacks {}: {}", story, e.getMessage());
        }
    }

    /** The night in which the county works on CAD, at least two days ahead. */
    private ZonedDateTime sunday(ZoneId zone) {
        return clock.instant()
                .atZone(zone)
                .plusDays(2)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
                .with(LocalTime.of(3, 0));
    }

    private static Window window(Instant start, long minutes) {
        Instant from = start.truncatedTo(ChronoUnit.MINUTES);
        return new Window(from, from.plus(Duration.ofMinutes(minutes)));
    }

    private Set<String> named(CenterStaff centerStaff, String... names) {
        Set<String> wanted = Set.of(names);
        return assets
                .list(
                        centerStaff.as(CHANGE_MANAGER),
                        AssetFilter.of(COUNTY),
                        new PageRequest(PageRequest.MAX_LIMIT, Optional.empty()))
                .items()
                .stream()
                .map(asset -> asset.entry())
                .filter(entry -> wanted.contains(entry.name()))
                .map(AssetEntry::id)
                .collect(Collectors.toSet());
    }

    private Change submitted(Caller requester, ChangeDraft draft) {
        Change change = changes.create(requester, COUNTY, draft);
        return move(requester, change, MoveRequest.of(Move.SUBMIT));
    }

    private Change move(Caller caller, Change change, MoveRequest request) {
        return changes.move(caller, change.id(), request.inSpiteOfConflicts(IN_SPITE));
    }

    private Change approved(CenterStaff centerStaff, Change change) {
        Change now = vote(centerStaff.as(CENTER_MANAGER), change);
        return now.approval().status() == ApprovalStatus.ASKED
                ? vote(centerStaff.as(COORDINATOR), now)
                : now;
    }

    private Change vote(Caller voter, Change change) {
        return changes.vote(
                voter,
                change.id(),
                change.approval().round(),
                VoteChoice.APPROVE,
                Optional.of("The way back is short and the floor knows of it."));
    }

    private void cadUpgrade(CenterStaff centerStaff, ZonedDateTime sunday) {
        Caller chris = centerStaff.as(CHANGE_MANAGER);
        ChangeDraft draft =
                Scripts.cadUpgrade(
                        named(centerStaff, "CAD", "CAD database"),
                        window(sunday.toInstant(), 120),
                        centerStaff.person(ADMINISTRATOR).id());
        Change change = approved(centerStaff, submitted(chris, draft));
        move(chris, change, MoveRequest.of(Move.SCHEDULE));
    }

    private void firewall(CenterStaff centerStaff, ZonedDateTime sunday) {
        ChangeDraft draft =
                Scripts.firewall(
                        named(centerStaff, "Dispatch floor network"),
                        window(sunday.plusMinutes(60).toInstant(), 60),
                        centerStaff.person(CHANGE_MANAGER).id());
        submitted(centerStaff.as(ADMINISTRATOR), draft);
    }

    private void emergency(CenterStaff centerStaff) {
        Caller chris = centerStaff.as(CHANGE_MANAGER);
        Change change =
                changes.create(
                        chris, COUNTY, Scripts.emergency(named(centerStaff, "Text gateway")));
        move(chris, change, MoveRequest.of(Move.START));
        Caller sam = centerStaff.as(STAFF);
        done(sam, change, StepKind.IMPLEMENT);
        runs.testCall(
                sam,
                change.id(),
                CallPath.TEXT,
                true,
                Optional.empty(),
                "Texted from a county phone; position 2 answered after four seconds.");
        move(chris, change, MoveRequest.of(Move.FINISH));
    }

    private void recorder(CenterStaff centerStaff) {
        Caller alex = centerStaff.as(ADMINISTRATOR);
        Caller sam = centerStaff.as(STAFF);
        ChangeDraft draft =
                Scripts.recorder(
                        named(centerStaff, "Logging recorder"),
                        window(clock.instant(), 100),
                        centerStaff.person(CHANGE_MANAGER).id());
        Change change = approved(centerStaff, submitted(alex, draft));
        move(alex, change, MoveRequest.of(Move.SCHEDULE));
        move(alex, change, MoveRequest.of(Move.START));
        done(sam, change, StepKind.FLOOR_GO);
        done(sam, change, StepKind.IMPLEMENT);
        runs.testCall(
                sam,
                change.id(),
                CallPath.RECORDER,
                false,
                Optional.empty(),
                "Position 3 plays back silence.");
        move(sam, change, MoveRequest.of(Move.BACK_OUT).because("Two positions record silence."));
        done(sam, change, StepKind.BACK_OUT);
        Change ended = move(sam, change, MoveRequest.of(Move.FINISH));
        Caller morgan = centerStaff.as(CENTER_MANAGER);
        changes.review(
                morgan,
                change.id(),
                ended.version(),
                new ReviewDraft(
                        AimMet.NO,
                        Optional.of("Forty minutes without recording."),
                        Optional.empty(),
                        Optional.of(
                                "Count and label the recorder's cables before it is moved. Rack 4"
                                        + " has two ports fewer than rack 1.")));
        move(morgan, change, MoveRequest.close(ClosureCode.BACKED_OUT));
    }

    private void restart(CenterStaff centerStaff) {
        Caller chris = centerStaff.as(CHANGE_MANAGER);
        ChangeModel proposed = models.create(chris, COUNTY, Optional.empty(), Scripts.restart());
        ChangeModel model =
                models.approve(centerStaff.as(CENTER_MANAGER), proposed.id(), proposed.version());
        ChangeDraft plain = model.draft(Optional.empty());
        ChangeDraft draft =
                doneBy(
                        plain.at(window(clock.instant().plus(Duration.ofMinutes(2)), 30)),
                        centerStaff.person(ADMINISTRATOR).id());
        Change change = changes.create(chris, COUNTY, draft);
        move(chris, change, MoveRequest.of(Move.SCHEDULE));
        move(centerStaff.as(STAFF), change, MoveRequest.of(Move.START));
        done(centerStaff.as(STAFF), change, StepKind.FLOOR_GO);
    }

    private static ChangeDraft doneBy(ChangeDraft draft, String implementer) {
        return new ChangeDraft(
                draft.title() + ": position 3",
                draft.type(),
                draft.model(),
                draft.why(),
                draft.what(),
                draft.assets(),
                draft.callPaths(),
                draft.risk(),
                draft.window(),
                Optional.of(implementer),
                draft.testPlan(),
                draft.backOutPlan(),
                draft.decideAfter(),
                draft.callsMeanwhile(),
                draft.tell(),
                draft.steps());
    }

    private void done(Caller caller, Change change, StepKind kind) {
        for (Step step : change.steps()) {
            if (step.plan().kind() == kind) {
                runs.step(
                        caller,
                        change.id(),
                        step.id(),
                        StepState.DONE,
                        Optional.empty(),
                        Optional.empty());
            }
        }
    }
}
