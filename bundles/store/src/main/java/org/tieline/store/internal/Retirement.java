package org.tieline.store.internal;

import static org.tieline.store.internal.JournalTable.AT;
import static org.tieline.store.internal.JournalTable.CENTER;
import static org.tieline.store.internal.JournalTable.HASH;
import static org.tieline.store.internal.JournalTable.JOURNAL;
import static org.tieline.store.internal.JournalTable.NUMBER;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.tieline.api.FieldChange;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.store.Transaction;

/** Removes old lines from the front of each chain, a thousand in one transaction. */
final class Retirement {
    private static final Caller CALLER = Caller.system("retention");
    private static final int BATCH = 1_000;
    private static final int CHAINS = 500;

    private final SqlStore store;

    Retirement(SqlStore store) {
        this.store = store;
    }

    void retire(Instant before) {
        String center = "";
        while (true) {
            String after = center;
            List<ChainTable.Chain> chains = store.read(sql -> ChainTable.after(sql, after, CHAINS));
            for (ChainTable.Chain chain : chains) {
                center = chain.center();
                boolean more = true;
                while (more) {
                    more = retireFrom(chain.center(), before);
                }
            }
            if (chains.size() < CHAINS) {
                return;
            }
        }
    }

    /** Returns whether there may be more to retire. */
    private boolean retireFrom(String center, Instant before) {
        return store.write(
                CALLER,
                transaction -> {
                    DSLContext sql = transaction.sql();
                    Optional<Record> last = lastToRetire(sql, center, before);
                    if (last.isEmpty()) {
                        return false;
                    }
                    store.holdJournal(transaction);
                    return retire(transaction, center, last.get());
                });
    }

    private static Optional<Record> lastToRetire(DSLContext sql, String center, Instant before) {
        Optional<ChainTable.Chain> chain = ChainTable.find(sql, center);
        if (chain.isEmpty()) {
            return Optional.empty();
        }
        long first = chain.get().first();
        Record last = null;
        for (Record row :
                sql.select(NUMBER, AT, HASH)
                        .from(JOURNAL)
                        .where(CENTER.eq(center))
                        .and(NUMBER.between(first, first + BATCH - 1))
                        .orderBy(NUMBER)
                        .fetch()) {
            if (!row.get(AT).isBefore(before)) {
                break;
            }
            last = row;
        }
        return Optional.ofNullable(last);
    }

    private static boolean retire(Transaction transaction, String center, Record last) {
        DSLContext sql = transaction.sql();
        long number = last.get(NUMBER);
        ChainTable.Chain chain = ChainTable.find(sql, center).orElseThrow();
        if (chain.first() > number) {
            return true;
        }
        sql.update(ChainTable.CHAIN)
                .set(ChainTable.FIRST, number + 1)
                .set(ChainTable.BEFORE, last.get(HASH))
                .where(ChainTable.CENTER.eq(center))
                .execute();
        sql.deleteFrom(JOURNAL).where(CENTER.eq(center)).and(NUMBER.le(number)).execute();
        transaction.journal(
                center,
                new RecordRef("journal", center),
                0,
                "retired",
                List.of(
                        new FieldChange(
                                "first",
                                Optional.of(Long.toString(chain.first())),
                                Optional.of(Long.toString(number + 1)))));
        return number == chain.first() + BATCH - 1;
    }
}
