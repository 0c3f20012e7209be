package org.tieline.problem.internal.incident;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Centers;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.NotFound;
import org.tieline.api.record.Stored;
import org.tieline.api.record.Who;
import org.tieline.core.record.Lifecycle;
import org.tieline.core.record.RecordService;
import org.tieline.core.record.RecordTable;
import org.tieline.core.record.RecordType;
import org.tieline.core.record.Shape;
import org.tieline.problem.internal.ProblemStore;
import org.tieline.store.Columns;
import org.tieline.store.Cursors;
import org.tieline.store.Transaction;

/** The timelines of incidents: what happened is added, and stays as it was entered. */
@Component(service = {Timeline.class, RecordService.class})
public final class Timeline extends RecordService<TimelineDraft, TimelineState> {
    static final String INCIDENT = "incident";

    /** What people type of an entry. */
    static final Set<String> TYPED = Set.of("text", "happened");

    static final RecordType<TimelineDraft, TimelineState> TYPE =
            new RecordType<>(
                    "timeline-entry",
                    "timeline entry",
                    "timeline entries",
                    Shape.of(TimelineDraft.class),
                    Lifecycle.of(TimelineState.class).fixedIn(Set.of(TimelineState.ENTERED)),
                    Incidents.READ,
                    Incidents.REPORT);

    private static final Duration LATE = Duration.ofMinutes(15);
    private static final String LIST = "timeline";

    private final Incidents incidents;
    private final Field<String> incident = table.field(INCIDENT, String.class);
    private final Field<Instant> happened = table.field("happened", Instant.class);

    @Activate
    public Timeline(
            @Reference ProblemStore store,
            @Reference Access access,
            @Reference Centers centers,
            @Reference Incidents incidents) {
        super(
                new RecordTable<>(
                        TYPE, Columns.table(ProblemStore.SCHEMA, "timeline_entry"), Map.of()),
                TYPE,
                store.store(),
                access,
                centers);
        this.incidents = incidents;
    }

    /** Tells whether an entry was made long after what it tells of. */
    static boolean isLate(Stored<TimelineDraft, TimelineState> entry) {
        return entry.facts()
                .happened()
                .filter(at -> Duration.between(at, entry.created()).compareTo(LATE) > 0)
                .isPresent();
    }

    /**
     * Returns the entries of an incident, what happened last first.
     *
     * @throws NotFound if there is no such incident for the caller
     */
    public Page<Stored<TimelineDraft, TimelineState>> list(
            Caller caller, String id, PageRequest page) {
        incidents.get(caller, id);
        Condition wanted =
                incident.eq(id)
                        .and(
                                Cursors.after(LIST, 2, page)
                                        .map(this::before)
                                        .orElse(DSL.noCondition()));
        return Cursors.page(
                LIST,
                page,
                store.read(
                        sql ->
                                table.list(
                                        sql,
                                        wanted,
                                        page.limit() + 1,
                                        happened.desc(),
                                        table.id.desc())),
                entry -> List.of(entry.facts().happened().orElseThrow().toString(), entry.id()));
    }

    private Condition before(List<String> last) {
        try {
            Instant at = Instant.parse(last.get(0));
            return happened.le(at).and(happened.lt(at).or(table.id.lt(last.get(1))));
        } catch (DateTimeException e) {
            throw Cursors.bad();
        }
    }

    /** Adds an entry to an incident of the center, by whoever does it. */
    @Override
    public Stored<TimelineDraft, TimelineState> create(
            Caller caller, String center, TimelineDraft draft) {
        Stored<IncidentDraft, IncidentState> about = incidents.get(caller, draft.incident());
        if (!about.center().equals(center)) {
            throw new NotFound(about.ref());
        }
        Who author = Who.of(caller.actor());
        return super.create(
                caller, center, TYPE.shape().with(draft, Map.of("author", List.of(author))));
    }

    @Override
    protected TimelineDraft completed(
            Transaction tx,
            Optional<Stored<TimelineDraft, TimelineState>> before,
            TimelineDraft draft) {
        return TYPE.shape()
                .with(draft, Map.of("happened", List.of(draft.happened().orElse(tx.now()))));
    }

    @Override
    protected List<FieldError> faults(Transaction tx, String center, TimelineDraft draft) {
        return draft.happened().filter(at -> at.isAfter(tx.now())).isPresent()
                ? List.of(new FieldError("happened", "must not be in the future"))
                : List.of();
    }
}
