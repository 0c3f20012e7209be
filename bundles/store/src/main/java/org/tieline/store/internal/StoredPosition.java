package org.tieline.store.internal;

import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.access.Caller;
import org.tieline.store.Columns;
import org.tieline.store.FollowerPosition;
import org.tieline.store.Transaction;

/** A row of its own for each follower. It never goes back: several nodes may follow. */
final class StoredPosition implements FollowerPosition {
    private static final long NOTED_EVERY = 500;
    private static final Caller SELF = Caller.system("journal");
    private static final Table<Record> FOLLOWER = Columns.table("store", "follower");
    private static final Field<String> NAME = Columns.text(FOLLOWER, "name");
    private static final Field<Long> POSITION = Columns.number(FOLLOWER, "position");

    private final SqlStore store;
    private final String follower;
    private long done = -1;
    private long noted;

    StoredPosition(SqlStore store, String follower) {
        this.store = store;
        this.follower = follower;
    }

    @Override
    public synchronized long get() {
        if (done < 0) {
            done = store.write(SELF, this::begin);
            noted = done;
        }
        return done;
    }

    private long begin(Transaction tx) {
        Optional<Long> known =
                tx.sql()
                        .select(POSITION)
                        .from(FOLLOWER)
                        .where(NAME.eq(follower))
                        .fetchOptional(POSITION);
        if (known.isPresent()) {
            return known.get();
        }
        long head = ChainTable.head(tx.sql());
        tx.sql().insertInto(FOLLOWER).set(NAME, follower).set(POSITION, head).execute();
        return head;
    }

    @Override
    public synchronized void reached(long position, boolean somethingDone) {
        get();
        if (somethingDone || position - noted >= NOTED_EVERY) {
            store.write(
                    SELF,
                    tx ->
                            tx.sql()
                                    .update(FOLLOWER)
                                    .set(POSITION, position)
                                    .where(NAME.eq(follower), POSITION.lt(position))
                                    .execute());
            noted = position;
        }
        done = position;
    }
}
