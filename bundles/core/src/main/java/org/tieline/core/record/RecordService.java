package org.tieline.core.record;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.center.Center;
import org.tieline.api.center.Centers;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.record.MoveOption;
import org.tieline.api.record.Records;
import org.tieline.api.record.Stored;
import org.tieline.core.access.Within;
import org.tieline.core.record.Lifecycle.Move;
import org.tieline.store.Ids;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/**
 * Records of one kind in the database: every write checks the right, the version, the fields and
 * the lifecycle, and writes row and journal line in one transaction. A capability extends it with
 * its own rules and lists. Thread-safe.
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

    /**
     * Returns what is wrong with a draft beyond the ranges of its fields. Asked within the
     * transaction that writes it.
     */
    protected List<FieldError> faults(Transaction tx, String center, D draft) {
        return List.of();
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

    /** Tells whether somebody may read a record. */
    protected void requireRead(Caller caller, Stored<D, S> record) {
        access.require(caller, type.read(), record.center(), record.ref());
    }

    /** Tells whether a record is somebody's own, so that they move it on without any right. */
    protected boolean isOwn(Caller caller, Stored<D, S> record) {
        return false;
    }

    /** Refuses who may not do this in a center, and a center that is not there. */
    protected final void requireCenter(Caller caller, Operation operation, String center) {
        boolean everywhere = standsEverywhere() && center.equals(Caller.EVERYWHERE);
        access.require(
                caller, operation, everywhere ? center : Within.center(center), Center.ref(center));
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
    public Stored<D, S> create(Caller caller, String center, D draft) {
        requireCenter(caller, type.edit(), center);
        return store.write(
                caller,
                tx -> {
                    check(tx, center, draft);
                    requireRoom(tx, center);
                    Stored<D, S> record =
                            new Stored<>(
                                    type.ref(newId(center)),
                                    center,
                                    type.lifecycle().first(),
                                    draft,
                                    1,
                                    tx.now(),
                                    tx.now());
                    Taken.otherwise(
                            "Somebody else has just added this " + type.noun() + ".",
                            () -> table.insert(tx.sql(), record));
                    tell(tx, record, type.lifecycle().begun(), Facts.NONE);
                    return record;
                });
    }

    private void check(Transaction tx, String center, D draft) {
        Faults.refuse(type.shape().check(draft), faults(tx, center, draft));
    }

    @Override
    public Stored<D, S> update(Caller caller, String id, long version, D draft) {
        requireEdit(caller, type.edit(), id);
        return store.write(
                caller,
                tx -> {
                    Stored<D, S> before = lock(tx, id);
                    if (before.version() != version) {
                        throw tx.stale(before.ref(), version, before.version());
                    }
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
                .map(move -> new MoveOption(move.name(), Names.of(move.to())))
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
            return change(tx, before, before.facts(), move.get().to(), move.get().done());
        } else if (moves.stream().anyMatch(one -> one.to() == before.state())) {
            return before;
        }
        throw new Conflict(
                "The "
                        + type.noun()
                        + " is "
                        + Names.words(before.state()).toLowerCase(java.util.Locale.ROOT)
                        + "; that cannot be done with it now.");
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

    private void tell(Transaction tx, Stored<D, S> record, String action, Facts before) {
        tx.journal(
                record.center(),
                record.ref(),
                record.version(),
                action,
                before.changesTo(facts(record)));
    }

    private Facts facts(Stored<D, S> record) {
        Facts facts = type.shape().facts(record.facts());
        return type.lifecycle().moves().isEmpty()
                ? facts
                : facts.with("state", Names.of(record.state()));
    }
}
