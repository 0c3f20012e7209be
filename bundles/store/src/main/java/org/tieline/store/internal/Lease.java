package org.tieline.store.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.tieline.api.access.Caller;
import org.tieline.store.Columns;

/**
 * The right to do something that one node at a time does. The holder counts a beat up every few
 * seconds; whoever sees the same beat for the term takes the lease over. Each node measures that
 * with a clock of its own, so their times of day need not agree. Thread-safe.
 */
final class Lease {
    /** How often the holder says that it lives. */
    static final Duration BEAT = Duration.ofSeconds(5);

    /** After how long without a beat another node takes over. */
    static final Duration TERM = Duration.ofSeconds(20);

    /** A holder that cannot reach the database stops before another begins. */
    private static final Duration SURE = Duration.ofSeconds(15);

    private static final Caller SELF = Caller.system("journal");
    private static final Table<Record> LEASE = Columns.table("store", "lease");
    private static final Field<String> NAME = Columns.text(LEASE, "name");
    private static final Field<String> HOLDER = Columns.text(LEASE, "holder");
    private static final Field<Long> COUNT = Columns.number(LEASE, "beat");

    private final SqlStore store;
    private final String name;
    private final String node;
    private final LongSupplier nanos;
    private boolean held;
    private boolean released;
    private long beaten;
    private Optional<Seen> seen = Optional.empty();
    private long seenSince;

    private record Seen(Optional<String> holder, long beat) {}

    /**
     * @param node what no other process is called
     * @param nanos a clock that only goes on, as {@link System#nanoTime}
     */
    Lease(SqlStore store, String name, String node, LongSupplier nanos) {
        this.store = store;
        this.name = name;
        this.node = node;
        this.nanos = nanos;
    }

    /** Whether this node has it. Does not ask the database. */
    synchronized boolean held() {
        return held && nanos.getAsLong() - beaten < SURE.toNanos();
    }

    /** Keeps it, or takes it if it is free or its holder is silent for too long. */
    synchronized void beat() {
        if (released) {
            return;
        }
        long now = nanos.getAsLong();
        held = held ? kept() : taken(now);
        if (held) {
            beaten = now;
        }
    }

    private boolean kept() {
        return write(HOLDER.eq(node), node);
    }

    private boolean taken(long now) {
        Optional<Seen> found = store.read(this::find);
        if (found.isEmpty()) {
            return inserted();
        }
        if (!found.equals(seen)) {
            seen = found;
            seenSince = now;
        }
        Seen last = found.get();
        boolean free = last.holder().isEmpty() || now - seenSince >= TERM.toNanos();
        return free && write(COUNT.eq(last.beat()), node);
    }

    private Optional<Seen> find(DSLContext sql) {
        return sql.select(HOLDER, COUNT)
                .from(LEASE)
                .where(NAME.eq(name))
                .fetchOptional(
                        row -> new Seen(Optional.ofNullable(row.get(HOLDER)), row.get(COUNT)));
    }

    private boolean inserted() {
        try {
            return store.write(
                    SELF,
                    tx ->
                            tx.sql()
                                            .insertInto(LEASE)
                                            .set(NAME, name)
                                            .set(HOLDER, node)
                                            .set(COUNT, 0L)
                                            .execute()
                                    == 1);
        } catch (IntegrityConstraintViolationException anotherWasFaster) {
            return false;
        }
    }

    private boolean write(Condition still, String holder) {
        return store.write(
                SELF,
                tx ->
                        tx.sql()
                                        .update(LEASE)
                                        .set(HOLDER, holder)
                                        .set(COUNT, COUNT.plus(1))
                                        .where(NAME.eq(name), still)
                                        .execute()
                                == 1);
    }

    /** Gives it up for good, so that another node need not wait. */
    synchronized void release() {
        released = true;
        if (held) {
            held = false;
            write(HOLDER.eq(node), null);
        }
    }
}
