package org.tieline.core.record;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.api.center.Center;
import org.tieline.api.center.Centers;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.record.MoveOption;
import org.tieline.api.record.RecordFilter;
import org.tieline.api.record.Records;
import org.tieline.api.record.Stored;
import org.tieline.core.access.ReachCheck;
import org.tieline.core.record.Lifecycle.Move;
import org.tieline.spi.search.Visibility;
import org.tieline.store.Cursors;
import org.tieline.store.Ids;
import org.tieline.store.Numbers;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/**
 * Records of one kind in the database: every write checks the right, the version, the fields and
 * the lifecycle, and writes row and journal line in one transaction. A capability extends it with
 * its own rules and lists, and registers it as an OSGi service by this class too, so that the
 * platform knows the rights of its records and lets them be searched. Thread-safe.
 */
public abstract class RecordService<D extends Record, S extends Enum<S>> implements Records<D, S> {
    private static final Caller SELF = Caller.system("records");

    protected final RecordType<D, S> type;
    protected final RecordTable<D, S> table;
    protected final Store store;
    protected final Access access;
    private final Centers centers;

    protected RecordService(
            RecordTable<D, S> table,
            RecordType<D, S> type,
            Store store,
            Access access,
            Centers centers) {
        this.table = table;
        this.type = type;
        this.store = store;
        this.access = access;
        this.centers = centers;
    }

    public final RecordType<D, S> type() {
        return type;
    }

    /**
     * Returns what is wrong with a draft beyond the ranges of its fields. Asked within the
     * transaction that writes it.
     */
    protected List<FieldError> faults(Transaction tx, String center, D draft) {
        return List.of();
    }

    /**
     * Returns a draft with what nobody has to say, such as a time that is now.
     *
     * @param before the record that it changes; empty for a new one
     */
    protected D completed(Transaction tx, Optional<Stored<D, S>> before, D draft) {
        return draft;
    }

    /** Refuses a new record, for a center that has as many as it may have. */
    protected void requireRoom(Transaction tx, String center) {}

    /** Returns the id of a new record; the center's own, if each center has one at most. */
    protected String newId(String center) {
        return Ids.next();
    }

    /** Tells whether records of this kind can stand for all centers. */
    protected boolean standsEverywhere() {
        return false;
    }

    /** Returns what a record still lacks for a move. Asked within the transaction that makes it. */
    protected List<FieldError> missing(Transaction tx, Stored<D, S> record, Move<S> move) {
        return List.of();
    }

    /** Returns what a record says after a move, such as when it was made. */
    protected D moved(Transaction tx, Stored<D, S> record, Move<S> move) {
        return record.facts();
    }

    /** Tells whether somebody may read a record. */
    protected boolean reads(Caller caller, Stored<D, S> record) {
        return access.allows(caller, type.read(), record.center());
    }

    /** Returns who may find a record; the same as may read it. */
    protected List<Visibility> visibility(Stored<D, S> record) {
        return List.of(
                record.everywhere()
                        ? Visibility.anywhere(type.read())
                        : Visibility.in(record.center(), type.read()));
    }

    private void requireRead(Caller caller, Stored<D, S> record) {
        if (!reads(caller, record)) {
            access.require(caller, type.read(), record.center(), record.ref());
            throw new NotFound(record.ref());
        }
    }

    /** Tells whether a record is somebody's own, so that they move it on without any right. */
    protected boolean isOwn(Caller caller, Stored<D, S> record) {
        return false;
    }

    /** Refuses who may not do this in a center, and a center that is not there. */
    protected final void requireCenter(Caller caller, Operation operation, String center) {
        boolean everywhere = standsEverywhere() && center.equals(Caller.EVERYWHERE);
        access.require(
                caller,
                operation,
                everywhere ? center : ReachCheck.center(center),
                Center.ref(center));
        if (!everywhere) {
            centers.get(SELF, center);
        }
    }

    @Override
    public Stored<D, S> get(Caller caller, String id) {
        Stored<D, S> record =
                store.read(sql -> table.find(sql, id))
                        .orElseThrow(() -> new NotFound(type.ref(id)));
        requireRead(caller, record);
        return record;
    }

    @Override
    public Page<Stored<D, S>> list(Caller caller, RecordFilter<S> filter, PageRequest page) {
        Reach reach = reach(caller, filter);
        Optional<String> before = Cursors.after(type.kind(), 1, page).map(key -> key.get(0));
        return Cursors.page(
                type.kind(),
                page,
                store.read(
                        sql ->
                                table.newest(
                                        sql,
                                        reach,
                                        filter.states(),
                                        before,
                                        listed(caller),
                                        page.limit() + 1)),
                record -> List.of(record.id()));
    }

    private Reach reach(Caller caller, RecordFilter<S> filter) {
        if (filter.center().isPresent()) {
            requireCenter(caller, type.read(), filter.center().get());
            return new Reach(false, Set.of(filter.center().get()));
        }
        return ReachCheck.require(access, caller, type.read(), type.nouns());
    }

    /** Narrows lists down to what a caller may read where that is less than a center's records. */
    protected Condition listed(Caller caller) {
        return DSL.noCondition();
    }

    /** Returns a record if there is one that the caller may read. */
    final Optional<Stored<D, S>> find(Caller caller, String id) {
        return store.read(sql -> table.find(sql, id)).filter(record -> reads(caller, record));
    }

    final List<Stored<D, S>> all(Set<String> ids) {
        return store.read(sql -> table.list(sql, table.id.in(ids), ids.size(), table.id));
    }

    final List<Stored<D, S>> after(String id, int most) {
        return store.read(sql -> table.list(sql, table.id.gt(id), most, table.id));
    }

    @Override
    public Stored<D, S> create(Caller caller, String center, D draft) {
        return create(caller, center, draft, made -> {});
    }

    /**
     * @param also is told of the record inside the transaction that writes it
     */
    public final Stored<D, S> create(
            Caller caller, String center, D said, Consumer<Stored<D, S>> also) {
        requireCenter(caller, type.add(), center);
        Optional<ZoneId> zone = type.prefix().map(any -> zone(center));
        return store.write(
                caller,
                tx -> {
                    D draft = completed(tx, Optional.empty(), said);
                    check(tx, center, draft);
                    requireRoom(tx, center);
                    Stored<D, S> record =
                            new Stored<>(
                                    type.ref(newId(center)),
                                    center,
                                    zone.map(
                                            at ->
                                                    Numbers.next(
                                                            tx.sql(),
                                                            type.prefix().orElseThrow(),
                                                            center,
                                                            tx.now().atZone(at).getYear())),
                                    type.lifecycle().first(),
                                    draft,
                                    1,
                                    tx.now(),
                                    tx.now());
                    UniqueKey.orConflict(
                            "Someone else just added this " + type.noun() + ".",
                            () -> table.insert(tx.sql(), record));
                    tell(tx, record, type.lifecycle().begun(), JournalFields.NONE);
                    also.accept(record);
                    return record;
                });
    }

    /** Records are numbered by the years of their center's clock. */
    private ZoneId zone(String center) {
        return center.equals(Caller.EVERYWHERE)
                ? ZoneOffset.UTC
                : centers.get(SELF, center).facts().timeZone();
    }

    private void check(Transaction tx, String center, D draft) {
        Validation.refuse(type.shape().check(draft), faults(tx, center, draft));
    }

    @Override
    public Stored<D, S> update(Caller caller, String id, long version, D said) {
        requireEdit(caller, type.edit(), id);
        return store.write(
                caller,
                tx -> {
                    Stored<D, S> before = lock(tx, id);
                    if (before.version() != version) {
                        throw tx.stale(before.ref(), version, before.version());
                    }
                    if (type.lifecycle().fixed().contains(before.state())) {
                        throw new Conflict(
                                "The "
                                        + type.noun()
                                        + " is "
                                        + lower(before.state())
                                        + "; it cannot be edited now.");
                    }
                    D draft = completed(tx, Optional.of(before), said);
                    check(tx, before.center(), draft);
                    return change(
                            tx,
                            before,
                            draft,
                            type.lifecycle().edited().orElse(before.state()),
                            "changed");
                });
    }

    @Override
    public List<MoveOption> moves(Caller caller, String id) {
        Stored<D, S> record = get(caller, id);
        return type.lifecycle().from(record.state()).stream()
                .filter(
                        move ->
                                isOwn(caller, record)
                                        || access.allows(caller, move.by(), record.center()))
                .map(move -> new MoveOption(move.name(), EnumNames.of(move.to())))
                .toList();
    }

    @Override
    public Stored<D, S> move(Caller caller, String id, String name) {
        List<Move<S>> moves = type.lifecycle().named(name);
        Stored<D, S> seen = get(caller, id);
        if (moves.isEmpty()) {
            throw new Invalid(new FieldError("move", "must be one of " + names()));
        }
        if (!isOwn(caller, seen)) {
            access.require(caller, moves.get(0).by(), seen.center(), seen.ref());
        }
        return store.write(caller, tx -> move(tx, lock(tx, id), moves));
    }

    private Stored<D, S> move(Transaction tx, Stored<D, S> before, List<Move<S>> moves) {
        Optional<Move<S>> move =
                moves.stream().filter(one -> one.from().contains(before.state())).findFirst();
        if (move.isPresent()) {
            Validation.refuse(missing(tx, before, move.get()), List.of());
            return change(
                    tx, before, moved(tx, before, move.get()), move.get().to(), move.get().done());
        } else if (moves.stream().anyMatch(one -> one.to() == before.state())) {
            return before;
        }
        throw new Conflict(
                "The "
                        + type.noun()
                        + " is "
                        + lower(before.state())
                        + "; that cannot be done with it now.");
    }

    private static String lower(Enum<?> state) {
        return EnumNames.words(state).toLowerCase(Locale.ROOT);
    }

    private String names() {
        return type.lifecycle().moves().stream()
                .map(Move::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private Stored<D, S> change(
            Transaction tx, Stored<D, S> before, D draft, S state, String action) {
        if (draft.equals(before.facts()) && state == before.state()) {
            return before;
        }
        Stored<D, S> after =
                new Stored<>(
                        before.ref(),
                        before.center(),
                        before.number(),
                        state,
                        draft,
                        before.version() + 1,
                        before.created(),
                        tx.now());
        table.update(tx.sql(), after);
        tell(tx, after, action, facts(before));
        return after;
    }

    /** Refuses who may not change a record of which they know the id. */
    private void requireEdit(Caller caller, Operation operation, String id) {
        Stored<D, S> record = get(caller, id);
        access.require(caller, operation, record.center(), record.ref());
    }

    private Stored<D, S> lock(Transaction tx, String id) {
        return table.lock(tx.sql(), id).orElseThrow(() -> new NotFound(type.ref(id)));
    }

    private void tell(Transaction tx, Stored<D, S> record, String action, JournalFields before) {
        tx.journal(
                record.center(),
                record.ref(),
                record.version(),
                action,
                before.changesTo(facts(record)));
    }

    private JournalFields facts(Stored<D, S> record) {
        JournalFields facts = type.shape().facts(record.facts());
        if (record.number().isPresent()) {
            facts = facts.with("number", record.number());
        }
        return type.lifecycle().moves().isEmpty()
                ? facts
                : facts.with("state", EnumNames.of(record.state()));
    }
}
