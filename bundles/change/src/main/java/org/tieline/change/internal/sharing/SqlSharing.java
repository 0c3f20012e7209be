package org.tieline.change.internal.sharing;

import static org.tieline.change.internal.record.ChangeOperations.SHARE_PUBLISH;
import static org.tieline.change.internal.record.ChangeOperations.SHARE_READ;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.center.CenterEntry;
import org.tieline.api.center.Centers;
import org.tieline.api.change.Adoption;
import org.tieline.api.change.AdoptionFigures;
import org.tieline.api.change.AdoptionOutcome;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.Shared;
import org.tieline.api.change.Sharing;
import org.tieline.api.change.Who;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.NotFound;
import org.tieline.api.sharing.Finding;
import org.tieline.change.internal.SqlChanges;
import org.tieline.change.internal.model.SqlChangeModels;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.core.access.Within;
import org.tieline.core.record.Facts;
import org.tieline.core.record.Faults;
import org.tieline.sharing.redaction.Redaction;
import org.tieline.store.Cursors;
import org.tieline.store.Ids;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** What centers share, in the schema {@code changes}. */
@Component
public final class SqlSharing implements Sharing {
    static final String LIST = "shared-changes";
    private static final Caller SELF = Caller.system("changes");

    private final Store store;
    private final Access access;
    private final Centers centers;
    private final SqlChanges changes;
    private final SqlChangeModels models;
    private final Redaction redaction;
    private final Adoptions adoptions;

    @Activate
    public SqlSharing(
            @Reference ChangeStore store,
            @Reference Access access,
            @Reference Centers centers,
            @Reference SqlChanges changes,
            @Reference SqlChangeModels models,
            @Reference Redaction redaction) {
        this(store.store(), access, centers, changes, models, redaction);
    }

    private SqlSharing(
            Store store,
            Access access,
            Centers centers,
            SqlChanges changes,
            SqlChangeModels models,
            Redaction redaction) {
        this.store = store;
        this.access = access;
        this.centers = centers;
        this.changes = changes;
        this.models = models;
        this.redaction = redaction;
        this.adoptions = new Adoptions(store, access, changes, models, this::get);
    }

    public static SqlSharing in(
            Store store,
            Access access,
            Centers centers,
            SqlChanges changes,
            SqlChangeModels models,
            Redaction redaction) {
        return new SqlSharing(store, access, centers, changes, models, redaction);
    }

    @Override
    public List<Finding> findings(Caller caller, RecordRef record) {
        return redaction.findings(publishable(caller, record).texts(), Map.of());
    }

    @Override
    public Shared publish(
            Caller caller,
            RecordRef record,
            boolean everybody,
            Set<String> others,
            Set<String> keep) {
        Snapshot snapshot = redacted(publishable(caller, record), keep);
        Set<String> seers = new HashSet<>(everybody ? Set.of() : others);
        seers.remove(snapshot.center());
        List<FieldError> faults = new ArrayList<>(snapshot.faults());
        faults.addAll(unknown(seers));
        if (!everybody && seers.isEmpty()) {
            faults.add(new FieldError("centers", "must name the centers that shall see it"));
        }
        Faults.refuse(faults, List.of());
        return store.write(
                caller,
                tx -> {
                    Optional<Shared> before =
                            ShareTable.find(tx.sql(), ShareTable.RECORD.eq(record.id()))
                                    .flatMap(seen -> ShareTable.lock(tx.sql(), seen.id()));
                    Shared after =
                            new Shared(
                                    before.map(Shared::id).orElseGet(Ids::next),
                                    snapshot.center(),
                                    record,
                                    snapshot.plan(),
                                    snapshot.ended(),
                                    snapshot.learned(),
                                    everybody,
                                    seers,
                                    who(caller),
                                    before.map(Shared::version).orElse(0L) + 1,
                                    tx.now(),
                                    Optional.empty());
                    write(tx, before, after, "shared");
                    return after;
                });
    }

    private Snapshot publishable(Caller caller, RecordRef record) {
        Snapshot snapshot = snapshot(caller, record);
        access.require(caller, SHARE_PUBLISH, snapshot.center(), record);
        return snapshot;
    }

    private Snapshot redacted(Snapshot snapshot, Set<String> keep) {
        Map<String, Finding.Decision> kept =
                redaction.findings(snapshot.texts(), Map.of()).stream()
                        .filter(finding -> keep.stream().anyMatch(finding.text()::equalsIgnoreCase))
                        .map(finding -> Redaction.key(finding.kind(), finding.text()))
                        .distinct()
                        .collect(Collectors.toMap(key -> key, key -> Finding.Decision.KEEP));
        return snapshot.map((field, text) -> redaction.without(text, kept));
    }

    private Snapshot snapshot(Caller caller, RecordRef record) {
        return switch (record.kind()) {
            case Change.KIND -> Snapshot.of(changes.get(caller, record.id()));
            case ChangeModel.KIND -> Snapshot.of(models.get(caller, record.id()));
            default -> throw new NotFound(record);
        };
    }

    private List<FieldError> unknown(Set<String> ids) {
        Set<String> known =
                ids.isEmpty()
                        ? Set.of()
                        : centers.entries(SELF, ids).stream()
                                .map(CenterEntry::id)
                                .collect(Collectors.toSet());
        return ids.stream()
                .filter(id -> !known.contains(id))
                .sorted()
                .map(id -> new FieldError("centers", "names a center that does not exist"))
                .limit(1)
                .toList();
    }

    static Who who(Caller caller) {
        return new Who(caller.actor().id(), caller.actor().name());
    }

    private static void write(
            Transaction tx, Optional<Shared> before, Shared after, String action) {
        if (before.isPresent()) {
            ShareTable.update(
                    tx.sql(), before.get(), after, AdoptionTable.takers(tx.sql(), after.id()));
        } else {
            ShareTable.insert(tx.sql(), after);
        }
        tx.journal(
                after.center(),
                Shared.ref(after.id()),
                after.version(),
                action,
                before.map(SqlSharing::facts).orElse(Facts.NONE).changesTo(facts(after)));
    }

    private static Facts facts(Shared shared) {
        return Facts.NONE
                .with("name", shared.plan().name())
                .with("record", shared.record().id())
                .with("everybody", shared.everybody())
                .with("centers", String.join(",", shared.centers().stream().sorted().toList()))
                .with("withdrawn", shared.withdrawn());
    }

    @Override
    public Shared withdraw(Caller caller, String id) {
        Shared seen = get(caller, id);
        access.require(caller, SHARE_PUBLISH, seen.center(), Shared.ref(id));
        return store.write(
                caller,
                tx -> {
                    Shared before = ShareTable.lock(tx.sql(), id).orElseThrow();
                    if (before.withdrawn().isPresent()) {
                        return before;
                    }
                    Shared after =
                            new Shared(
                                    id,
                                    before.center(),
                                    before.record(),
                                    before.plan(),
                                    before.ended(),
                                    before.learned(),
                                    false,
                                    Set.of(),
                                    before.by(),
                                    before.version() + 1,
                                    before.published(),
                                    Optional.of(tx.now()));
                    write(tx, Optional.of(before), after, "withdrawn");
                    return after;
                });
    }

    @Override
    public Page<Shared> list(Caller caller, PageRequest page) {
        Reach reach = Within.require(access, caller, SHARE_READ, LIST);
        Optional<String> before = Cursors.after(LIST, 1, page).map(key -> key.get(0));
        return Cursors.page(
                        LIST,
                        page,
                        store.read(sql -> ShareTable.list(sql, reach, before, page.limit() + 1)),
                        shared -> List.of(shared.id()))
                .map(shared -> shown(caller, shared));
    }

    /** Whom else it is shared with is nobody's business but the owner's. */
    private Shared shown(Caller caller, Shared shared) {
        return caller.rolesIn(shared.center()).isEmpty()
                ? new Shared(
                        shared.id(),
                        shared.center(),
                        shared.record(),
                        shared.plan(),
                        shared.ended(),
                        shared.learned(),
                        shared.everybody(),
                        Set.of(),
                        shared.by(),
                        shared.version(),
                        shared.published(),
                        shared.withdrawn())
                : shared;
    }

    @Override
    public Shared get(Caller caller, String id) {
        return shown(
                caller,
                store.read(sql -> ShareTable.find(sql, ShareTable.ID.eq(id)))
                        .filter(shared -> sees(caller, id))
                        .orElseThrow(() -> new NotFound(Shared.ref(id))));
    }

    private boolean sees(Caller caller, String id) {
        Reach reach = access.reach(caller, SHARE_READ);
        return reach.everywhere()
                || store.read(sql -> ShareTable.seen(sql, id, ShareTable.seers(reach)));
    }

    @Override
    public Optional<Shared> of(Caller caller, RecordRef record) {
        return store.read(sql -> ShareTable.find(sql, ShareTable.RECORD.eq(record.id())))
                .filter(shared -> sees(caller, shared.id()))
                .map(shared -> shown(caller, shared));
    }

    @Override
    public Optional<Shared> origin(Caller caller, RecordRef made) {
        return store.read(
                        sql ->
                                AdoptionTable.origin(sql, made)
                                        .flatMap(id -> ShareTable.find(sql, ShareTable.ID.eq(id))))
                .filter(shared -> sees(caller, shared.id()))
                .map(shared -> shown(caller, shared));
    }

    @Override
    public Map<String, AdoptionFigures> figures(Caller caller, Collection<String> ids) {
        return adoptions.figures(caller, ids);
    }

    @Override
    public List<Adoption> adoptions(Caller caller, String id) {
        return adoptions.of(caller, id);
    }

    @Override
    public Adoption adopt(Caller caller, String id, String center, Optional<String> name) {
        return adoptions.adopt(caller, id, center, name);
    }

    @Override
    public Adoption outcome(
            Caller caller,
            String id,
            String center,
            AdoptionOutcome outcome,
            Optional<String> said,
            Optional<Integer> minutesSaved) {
        return adoptions.outcome(caller, id, center, outcome, said, minutesSaved);
    }
}
