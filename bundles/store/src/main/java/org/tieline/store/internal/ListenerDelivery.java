package org.tieline.store.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.access.Caller;
import org.tieline.api.journal.JournalLine;
import org.tieline.spi.journal.JournalListener;
import org.tieline.store.Columns;
import org.tieline.store.Transaction;

/**
 * Hands lines to a listener. Up to where it has heard them is a row of its own, which is written
 * every few seconds only, as each time is a write to the disk. The row never goes back.
 */
final class ListenerDelivery implements Delivery {
    private static final long NOTED_EVERY = Duration.ofSeconds(5).toNanos();
    private static final Caller SELF = Caller.system("journal");
    private static final Table<Record> FOLLOWER = Columns.table("store", "follower");
    private static final Field<String> NAME = Columns.text(FOLLOWER, "name");
    private static final Field<Long> POSITION = Columns.number(FOLLOWER, "position");

    private final JournalListener listener;
    private final String name;
    private final SqlStore store;
    private final Optional<Lease> lease;
    private volatile long heard;
    private volatile long noted;
    private volatile long notedAt = System.nanoTime();

    /**
     * @param lease empty where there are no other nodes
     */
    ListenerDelivery(JournalListener listener, SqlStore store, Optional<Lease> lease) {
        this.listener = listener;
        this.name = listener.name();
        this.store = store;
        this.lease = lease;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean turn() {
        return lease.map(Lease::held).orElse(true);
    }

    /** Up to where it was heard on any node, as far as that is known here. */
    @Override
    public long position() {
        noted = store.read(this::known).orElseGet(() -> store.write(SELF, this::begin));
        heard = Math.max(heard, noted);
        return heard;
    }

    private Optional<Long> known(DSLContext sql) {
        return sql.select(POSITION).from(FOLLOWER).where(NAME.eq(name)).fetchOptional(POSITION);
    }

    private long begin(Transaction tx) {
        long head = ChainTable.head(tx.sql());
        tx.sql().insertInto(FOLLOWER).set(NAME, name).set(POSITION, head).execute();
        return head;
    }

    @Override
    public void deliver(List<JournalLine> lines) throws Exception {
        listener.heard(lines);
        heard = lines.get(lines.size() - 1).position();
        rest();
    }

    @Override
    public void rest() {
        if (heard > noted && System.nanoTime() - notedAt >= NOTED_EVERY) {
            note();
        }
    }

    private void note() {
        long position = heard;
        store.write(
                SELF,
                tx ->
                        tx.sql()
                                .update(FOLLOWER)
                                .set(POSITION, position)
                                .where(NAME.eq(name), POSITION.lt(position))
                                .execute());
        noted = position;
        notedAt = System.nanoTime();
    }

    @Override
    public void end() {
        if (heard > noted) {
            note();
        }
        lease.ifPresent(Lease::release);
    }
}
