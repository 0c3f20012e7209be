package org.tieline.problem.internal.incident;

import static org.tieline.api.access.Role.ADMINISTRATOR;
import static org.tieline.api.access.Role.CENTER_MANAGER;
import static org.tieline.api.access.Role.CHANGE_MANAGER;
import static org.tieline.api.access.Role.STAFF;
import static org.tieline.problem.internal.incident.IncidentState.ASSIGNED;
import static org.tieline.problem.internal.incident.IncidentState.CLOSED;
import static org.tieline.problem.internal.incident.IncidentState.IN_PROGRESS;
import static org.tieline.problem.internal.incident.IncidentState.NEW;
import static org.tieline.problem.internal.incident.IncidentState.ON_HOLD;
import static org.tieline.problem.internal.incident.IncidentState.RESOLVED;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Role;
import org.tieline.api.center.Centers;
import org.tieline.api.error.FieldError;
import org.tieline.api.record.Stored;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.Lifecycle;
import org.tieline.core.record.Lifecycle.Move;
import org.tieline.core.record.RecordService;
import org.tieline.core.record.RecordTable;
import org.tieline.core.record.RecordType;
import org.tieline.core.record.Shape;
import org.tieline.problem.internal.AssetNames;
import org.tieline.problem.internal.Priority;
import org.tieline.problem.internal.ProblemStore;
import org.tieline.store.Columns;
import org.tieline.store.Transaction;

/** Incidents: what one is, its life, and the rules that its fields do not tell. */
@Component(service = {Incidents.class, RecordService.class})
public final class Incidents extends RecordService<IncidentDraft, IncidentState> {
    public static final Operation READ = Operation.of("incident.read", Role.values());
    public static final Operation REPORT =
            Operation.of("incident.report", STAFF, CHANGE_MANAGER, CENTER_MANAGER, ADMINISTRATOR);
    public static final Operation MANAGE =
            Operation.of("incident.manage", CHANGE_MANAGER, CENTER_MANAGER, ADMINISTRATOR);

    static final Lifecycle<IncidentState> LIFECYCLE =
            Lifecycle.of(IncidentState.class)
                    .move("assign", "Assign", "assigned", Set.of(NEW), ASSIGNED, MANAGE)
                    .move(
                            "start",
                            "Start work",
                            "started",
                            Set.of(NEW, ASSIGNED),
                            IN_PROGRESS,
                            MANAGE)
                    .move(
                            "hold",
                            "Put on hold",
                            "put on hold",
                            Set.of(ASSIGNED, IN_PROGRESS),
                            ON_HOLD,
                            MANAGE)
                    .move("resume", "Resume", "resumed", Set.of(ON_HOLD), IN_PROGRESS, MANAGE)
                    .move("resolve", "Resolve", "resolved", IncidentState.OPEN, RESOLVED, MANAGE)
                    .move("close", "Close", "closed", Set.of(RESOLVED), CLOSED, MANAGE)
                    .move(
                            "reopen",
                            "Reopen",
                            "reopened",
                            Set.of(RESOLVED, CLOSED),
                            IN_PROGRESS,
                            MANAGE)
                    .begun("reported")
                    .fixedIn(Set.of(CLOSED));

    static final RecordType<IncidentDraft, IncidentState> TYPE =
            new RecordType<>(
                            "incident",
                            "incident",
                            "incidents",
                            Shape.of(IncidentDraft.class),
                            LIFECYCLE,
                            READ,
                            MANAGE)
                    .addedBy(REPORT)
                    .numbered("I")
                    .shown(IncidentDraft::title, IncidentPages.PATH);

    private final AssetNames assets;

    @Activate
    public Incidents(
            @Reference ProblemStore store,
            @Reference Access access,
            @Reference Centers centers,
            @Reference AssetNames assets) {
        super(
                new RecordTable<>(TYPE, Columns.table(ProblemStore.SCHEMA, "incident"), Map.of()),
                TYPE,
                store.store(),
                access,
                centers);
        this.assets = assets;
    }

    @Override
    public Stored<IncidentDraft, IncidentState> create(
            Caller caller, String center, IncidentDraft draft) {
        requireCenter(caller, REPORT, center);
        assets.require(center, "asset", draft.asset().stream().toList());
        return super.create(caller, center, draft);
    }

    @Override
    public Stored<IncidentDraft, IncidentState> update(
            Caller caller, String id, long version, IncidentDraft draft) {
        assets.require(get(caller, id).center(), "asset", draft.asset().stream().toList());
        return super.update(caller, id, version, draft);
    }

    /** A priority that nobody chose anew follows impact and urgency, unless a reason keeps it. */
    @Override
    protected IncidentDraft completed(
            Transaction tx,
            Optional<Stored<IncidentDraft, IncidentState>> before,
            IncidentDraft draft) {
        Optional<Priority> shown = before.flatMap(incident -> incident.facts().priority());
        boolean chosen = draft.priority().isPresent() && !draft.priority().equals(shown);
        boolean kept = chosen || draft.priorityReason().isPresent();
        Optional<Priority> priority = kept ? draft.priority() : computed(draft);
        Instant reported = draft.reported().orElseGet(() -> minute(tx));
        return TYPE.shape()
                .with(
                        draft,
                        Map.of(
                                "priority", priority.stream().toList(),
                                "reported", List.of(reported)));
    }

    private static Optional<Priority> computed(IncidentDraft draft) {
        return draft.impact()
                .flatMap(impact -> draft.urgency().map(urgency -> Priority.of(impact, urgency)));
    }

    /** Times are typed to the minute, so one that is filled in must not be later within it. */
    private static Instant minute(Transaction tx) {
        return tx.now().truncatedTo(ChronoUnit.MINUTES);
    }

    @Override
    protected List<FieldError> faults(Transaction tx, String center, IncidentDraft draft) {
        List<FieldError> faults = new ArrayList<>(IncidentTimes.check(draft, tx.now()));
        if (draft.priorityReason().isPresent() && draft.priority().isEmpty()) {
            faults.add(new FieldError("priority", "must be chosen, or its reason removed"));
        } else if (draft.priorityReason().isEmpty() && !draft.priority().equals(computed(draft))) {
            faults.add(
                    new FieldError(
                            "priorityReason",
                            computed(draft)
                                    .map(
                                            other ->
                                                    "must be given, as impact and urgency make it "
                                                            + EnumNames.words(other))
                                    .orElse("must be given, or choose impact and urgency")));
        }
        return faults;
    }

    @Override
    protected List<FieldError> missing(
            Transaction tx,
            Stored<IncidentDraft, IncidentState> incident,
            Move<IncidentState> move) {
        IncidentDraft draft = incident.facts();
        List<FieldError> missing = new ArrayList<>();
        if (move.to() == ASSIGNED && draft.assignedTo().isEmpty()) {
            missing.add(new FieldError("assignedTo", "must be given: a person or a team"));
        } else if (move.to() == ON_HOLD && draft.holdReason().isEmpty()) {
            missing.add(new FieldError("holdReason", "must be given: say what it waits for"));
        } else if (move.to() == RESOLVED) {
            if (draft.restored().isEmpty()) {
                missing.add(new FieldError("restored", "must be given: when the service was back"));
            }
            if (draft.resolution().isEmpty()) {
                missing.add(new FieldError("resolution", "must be given: say how it was restored"));
            }
        }
        return missing;
    }

    /** Whoever takes it on has acknowledged it; what is reopened is not restored. */
    @Override
    protected IncidentDraft moved(
            Transaction tx,
            Stored<IncidentDraft, IncidentState> incident,
            Move<IncidentState> move) {
        IncidentDraft draft = incident.facts();
        Map<String, List<?>> changed = new HashMap<>();
        boolean ended = draft.workedAround().isPresent() || draft.restored().isPresent();
        if (draft.acknowledged().isEmpty() && !ended) {
            changed.put("acknowledged", List.of(minute(tx)));
        }
        if (move.to() != ON_HOLD) {
            changed.put("holdReason", List.of());
        }
        if (move.name().equals("reopen")) {
            changed.put("restored", List.of());
        }
        return TYPE.shape().with(draft, changed);
    }
}
