package org.tieline.sharing.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.center.CenterEntry;
import org.tieline.api.center.Centers;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.NotFound;
import org.tieline.api.sharing.Adoption;
import org.tieline.api.sharing.AdoptionFigures;
import org.tieline.api.sharing.AdoptionOutcome;
import org.tieline.api.sharing.Finding;
import org.tieline.api.sharing.Shared;
import org.tieline.api.sharing.Sharing;
import org.tieline.core.access.ReachCheck;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.JournalFields;
import org.tieline.core.record.Texts;
import org.tieline.core.record.UniqueKey;
import org.tieline.core.record.Validation;
import org.tieline.sharing.SharingStore;
import org.tieline.sharing.redaction.Redaction;
import org.tieline.spi.sharing.Shareable;
import org.tieline.store.Cursors;
import org.tieline.store.Ids;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** What centers share, in the schema {@code sharing}. */
@Component
public final class SqlSharing implements Sharing {
    private static final Caller SELF = Caller.system("sharing");
    private static final int MAX_TITLE = 200;
    private static final int MAX_REASON = 1_000;
    private static final Set<AdoptionOutcome> WITH_REASON =
            Set.of(AdoptionOutcome.REJECTED, AdoptionOutcome.BACKED_OUT);

    private final Store store;
    private final Access access;
    private final Centers centers;
    private final Redaction redaction;

    /** By ranking, the highest last. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Shareable> kinds = List.of();

    @Activate
    public SqlSharing(
            @Reference SharingStore store,
            @Reference Access access,
            @Reference Centers centers,
            @Reference Redaction redaction) {
        this.store = store.store();
        this.access = access;
        this.centers = centers;
        this.redaction = redaction;
    }

    public static SqlSharing of(
            SharingStore store, Access access, Centers centers, List<Shareable> kinds) {
        SqlSharing sharing = new SqlSharing(store, access, centers, new Redaction());
        sharing.kinds = kinds;
        return sharing;
    }

    private Optional<Shareable> kind(Predicate<Shareable> wanted) {
        return kinds.stream().filter(wanted).reduce((one, higher) -> higher);
    }

    private Optional<Shareable> of(String kind) {
        return kind(one -> one.kind().equals(kind));
    }

    private Optional<Shareable.Catalog> catalog(String kind) {
        return kind(one -> one.catalog().kind().equals(kind)).map(Shareable::catalog);
    }

    private Shareable.Catalog catalog(RecordRef shared) {
        return catalog(shared.kind()).orElseThrow(() -> new NotFound(shared));
    }

    @Override
    public List<Finding> findings(Caller caller, RecordRef record) {
        return redaction.findings(texts(publishable(caller, known(record), record)), Map.of());
    }

    private Shareable known(RecordRef record) {
        return of(record.kind()).orElseThrow(() -> new NotFound(record));
    }

    private Shareable.Content publishable(Caller caller, Shareable kind, RecordRef record) {
        Shareable.Content content = kind.content(caller, record.id());
        access.require(caller, kind.catalog().publish(), content.center(), record);
        return content;
    }

    private static Map<String, String> texts(Shareable.Content content) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("title", content.title());
        texts.putAll(content.texts());
        return texts;
    }

    @Override
    public Shared publish(
            Caller caller,
            RecordRef record,
            boolean everybody,
            Set<String> others,
            Set<String> keep) {
        Shareable kind = known(record);
        Shareable.Content content = publishable(caller, kind, record);
        Map<String, String> fields = redacted(texts(content), keep);
        String title = fields.remove("title");
        fields.putAll(content.facts());
        Set<String> seers = new HashSet<>(everybody ? Set.of() : others);
        seers.remove(content.center());
        List<FieldError> faults = new ArrayList<>(unknown(seers));
        if (!everybody && seers.isEmpty()) {
            faults.add(new FieldError("centers", "must name the centers that shall see it"));
        }
        Validation.refuse(content.faults(), faults);
        RecordRef fresh = new RecordRef(kind.catalog().kind(), Ids.next());
        return store.write(
                caller,
                tx -> {
                    Optional<Shared> before =
                            SharedTable.of(tx.sql(), record)
                                    .flatMap(seen -> SharedTable.lock(tx.sql(), seen.id()));
                    Shared after =
                            new Shared(
                                    before.map(Shared::ref).orElse(fresh),
                                    content.center(),
                                    record,
                                    title.substring(0, Math.min(title.length(), MAX_TITLE)),
                                    fields,
                                    everybody,
                                    seers,
                                    caller.actor().id(),
                                    caller.actor().name(),
                                    before.map(Shared::version).orElse(0L) + 1,
                                    tx.now(),
                                    Optional.empty());
                    return write(tx, before, after, "shared");
                });
    }

    private Map<String, String> redacted(Map<String, String> texts, Set<String> keep) {
        Map<String, Finding.Decision> kept =
                redaction.findings(texts, Map.of()).stream()
                        .filter(finding -> keep.stream().anyMatch(finding.text()::equalsIgnoreCase))
                        .map(finding -> Redaction.key(finding.kind(), finding.text()))
                        .distinct()
                        .collect(Collectors.toMap(key -> key, key -> Finding.Decision.KEEP));
        texts.replaceAll((field, text) -> redaction.without(text, kept));
        return texts;
    }

    private List<FieldError> unknown(Set<String> ids) {
        Set<String> known =
                ids.isEmpty()
                        ? Set.of()
                        : centers.entries(SELF, ids).stream()
                                .map(CenterEntry::id)
                                .collect(Collectors.toSet());
        return known.containsAll(ids)
                ? List.of()
                : List.of(new FieldError("centers", "names a center that does not exist"));
    }

    private static Shared write(
            Transaction tx, Optional<Shared> before, Shared after, String action) {
        UniqueKey.orConflict(
                "Someone else just shared this. Reload the page to see with whom.",
                () -> SharedTable.write(tx.sql(), before, after));
        tx.journal(
                after.center(),
                after.ref(),
                after.version(),
                action,
                before.map(SqlSharing::facts).orElse(JournalFields.NONE).changesTo(facts(after)));
        return after;
    }

    private static JournalFields facts(Shared shared) {
        return JournalFields.NONE
                .with("name", shared.title())
                .with("record", shared.record().id())
                .with("everybody", shared.everybody())
                .with("centers", String.join(",", shared.centers().stream().sorted().toList()))
                .with("withdrawn", shared.withdrawn());
    }

    @Override
    public Shared withdraw(Caller caller, RecordRef ref) {
        Shared seen = get(caller, ref);
        access.require(caller, catalog(ref).publish(), seen.center(), ref);
        return store.write(
                caller,
                tx -> {
                    Shared before = SharedTable.lock(tx.sql(), ref.id()).orElseThrow();
                    return before.withdrawn().isPresent()
                            ? before
                            : write(
                                    tx,
                                    Optional.of(before),
                                    shownTo(
                                            before,
                                            false,
                                            Set.of(),
                                            before.version() + 1,
                                            Optional.of(tx.now())),
                                    "withdrawn");
                });
    }

    private static Shared shownTo(
            Shared shared,
            boolean everybody,
            Set<String> centers,
            long version,
            Optional<Instant> withdrawn) {
        return new Shared(
                shared.ref(),
                shared.center(),
                shared.record(),
                shared.title(),
                shared.fields(),
                everybody,
                centers,
                shared.by(),
                shared.byName(),
                version,
                shared.published(),
                withdrawn);
    }

    @Override
    public Page<Shared> list(Caller caller, String kind, PageRequest page) {
        Reach reach = reach(caller, kind);
        Optional<String> before = Cursors.after(kind, 1, page).map(key -> key.get(0));
        return Cursors.page(
                        kind,
                        page,
                        store.read(
                                sql ->
                                        SharedTable.list(
                                                sql, kind, reach, before, page.limit() + 1)),
                        shared -> List.of(shared.id()))
                .map(shared -> shown(caller, shared));
    }

    private Reach reach(Caller caller, String kind) {
        Shareable.Catalog catalog = catalog(new RecordRef(kind, Caller.EVERYWHERE));
        return ReachCheck.require(access, caller, catalog.read(), kind + "s");
    }

    /** Whom else it is shared with is nobody's business but the owner's. */
    private static Shared shown(Caller caller, Shared shared) {
        return caller.rolesIn(shared.center()).isEmpty()
                ? shownTo(
                        shared, shared.everybody(), Set.of(), shared.version(), shared.withdrawn())
                : shared;
    }

    @Override
    public Shared get(Caller caller, RecordRef ref) {
        return visible(caller, sql -> SharedTable.find(sql, ref.id()))
                .filter(shared -> shared.ref().equals(ref))
                .orElseThrow(() -> new NotFound(ref));
    }

    @Override
    public Optional<Shared> of(Caller caller, RecordRef record) {
        return visible(caller, sql -> SharedTable.of(sql, record));
    }

    @Override
    public Optional<Shared> origin(Caller caller, RecordRef made) {
        return visible(
                caller,
                sql -> AdoptionTable.origin(sql, made).flatMap(id -> SharedTable.find(sql, id)));
    }

    private Optional<Shared> visible(Caller caller, Function<DSLContext, Optional<Shared>> find) {
        return store.read(sql -> find.apply(sql).filter(shared -> sees(sql, caller, shared.ref())))
                .map(shared -> shown(caller, shared));
    }

    private boolean sees(DSLContext sql, Caller caller, RecordRef ref) {
        return catalog(ref.kind())
                .filter(catalog -> seen(sql, ref, access.reach(caller, catalog.read())))
                .isPresent();
    }

    private static boolean seen(DSLContext sql, RecordRef ref, Reach reach) {
        return !SharedTable.seen(sql, ref.kind(), Set.of(ref.id()), reach).isEmpty();
    }

    @Override
    public Map<String, AdoptionFigures> figures(
            Caller caller, String kind, Collection<String> ids) {
        Reach reach = reach(caller, kind);
        return store
                .read(sql -> AdoptionTable.figures(sql, SharedTable.seen(sql, kind, ids, reach)))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().centers() >= FEWEST)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<Adoption> adoptions(Caller caller, RecordRef ref) {
        get(caller, ref);
        Reach reach = access.reach(caller, catalog(ref).read());
        return store.read(sql -> AdoptionTable.of(sql, ref.id(), reach));
    }

    @Override
    public Adoption adopt(Caller caller, RecordRef ref, String center, Optional<String> title) {
        Shared shared = requireAdopt(caller, ref, center);
        store.read(sql -> untaken(sql, ref, center));
        of(shared.record().kind())
                .orElseThrow(() -> new NotFound(ref))
                .copy(
                        caller,
                        center,
                        title.filter(text -> !text.isBlank()).orElse(shared.title()),
                        shared.fields(),
                        made -> took(caller, ref, center, made));
        return store.read(sql -> AdoptionTable.find(sql, ref.id(), center)).orElseThrow();
    }

    /** What nobody in the center sees, it cannot take over; what is its own, it has. */
    private Shared requireAdopt(Caller caller, RecordRef ref, String center) {
        Shared shared = get(caller, ref);
        access.require(caller, catalog(ref).adopt(), ReachCheck.center(center), ref);
        store.read(sql -> requireSeen(sql, ref, center));
        if (shared.center().equals(center)) {
            throw new Conflict("This is the center's own.");
        }
        return shared;
    }

    private static boolean requireSeen(DSLContext sql, RecordRef ref, String center) {
        if (!seen(sql, ref, new Reach(false, Set.of(center)))) {
            throw new NotFound(ref);
        }
        return true;
    }

    private static Optional<Adoption> untaken(DSLContext sql, RecordRef ref, String center) {
        Optional<Adoption> before = AdoptionTable.find(sql, ref.id(), center);
        if (before.flatMap(Adoption::made).isPresent()) {
            throw new Conflict("The center took this over already.");
        }
        return before;
    }

    private void took(Caller caller, RecordRef ref, String center, RecordRef made) {
        store.join(
                caller,
                tx -> {
                    SharedTable.lock(tx.sql(), ref.id());
                    requireSeen(tx.sql(), ref, center);
                    return tell(
                            tx,
                            caller,
                            ref,
                            untaken(tx.sql(), ref, center),
                            center,
                            AdoptionOutcome.ADOPTED,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(made));
                });
    }

    private static Adoption tell(
            Transaction tx,
            Caller caller,
            RecordRef ref,
            Optional<Adoption> before,
            String center,
            AdoptionOutcome outcome,
            Optional<String> reason,
            Optional<Integer> minutesSaved,
            Optional<RecordRef> made) {
        Adoption after =
                new Adoption(
                        ref.id(),
                        center,
                        outcome,
                        reason,
                        minutesSaved,
                        made,
                        caller.actor().id(),
                        caller.actor().name(),
                        tx.now());
        AdoptionTable.write(tx.sql(), after);
        tx.journal(
                center,
                ref,
                0,
                EnumNames.of(outcome),
                before.map(SqlSharing::facts).orElse(JournalFields.NONE).changesTo(facts(after)));
        return after;
    }

    private static JournalFields facts(Adoption adoption) {
        return JournalFields.NONE
                .with("outcome", EnumNames.of(adoption.outcome()))
                .with("reason", adoption.reason())
                .with("minutesSaved", adoption.minutesSaved())
                .with("made", adoption.made().map(RecordRef::id));
    }

    @Override
    public Adoption outcome(
            Caller caller,
            RecordRef ref,
            String center,
            AdoptionOutcome outcome,
            Optional<String> said,
            Optional<Integer> minutesSaved) {
        requireAdopt(caller, ref, center);
        Optional<String> reason = said.map(String::strip).filter(text -> !text.isEmpty());
        Validation.refuse(check(outcome, reason, minutesSaved), List.of());
        return store.write(
                caller,
                tx -> {
                    SharedTable.lock(tx.sql(), ref.id());
                    Optional<Adoption> before = AdoptionTable.find(tx.sql(), ref.id(), center);
                    Optional<RecordRef> made = before.flatMap(Adoption::made);
                    if (made.isPresent() == (outcome == AdoptionOutcome.REJECTED)) {
                        throw new Conflict(
                                made.isPresent()
                                        ? "It was taken over: say whether it was adopted, adapted"
                                                + " or backed out."
                                        : "It was not taken over yet.");
                    }
                    return tell(
                            tx, caller, ref, before, center, outcome, reason, minutesSaved, made);
                });
    }

    private static List<FieldError> check(
            AdoptionOutcome outcome, Optional<String> reason, Optional<Integer> minutesSaved) {
        List<FieldError> faults =
                new ArrayList<>(Texts.lines("reason", reason.orElse(""), MAX_REASON));
        if (WITH_REASON.contains(outcome) && reason.isEmpty()) {
            faults.add(new FieldError("reason", "must say why"));
        }
        minutesSaved
                .filter(minutes -> minutes < 0 || minutes > Adoption.MOST_MINUTES)
                .ifPresent(
                        any ->
                                faults.add(
                                        new FieldError(
                                                "minutesSaved",
                                                "must be from 0 to " + Adoption.MOST_MINUTES)));
        return faults;
    }
}
