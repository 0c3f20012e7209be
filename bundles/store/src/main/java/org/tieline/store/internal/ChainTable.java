package org.tieline.store.internal;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Where each center's chain begins and ends, and the position of the newest line of all. */
final class ChainTable {
    static final Table<Record> CHAIN = DSL.table(DSL.name("store", "journal_chain"));
    static final Field<String> CENTER = DSL.field(DSL.name("center"), String.class);
    static final Field<Long> FIRST = DSL.field(DSL.name("first_number"), Long.class);
    static final Field<String> BEFORE = DSL.field(DSL.name("first_previous_hash"), String.class);
    static final Field<Long> LAST = DSL.field(DSL.name("last_number"), Long.class);
    static final Field<String> HASH = DSL.field(DSL.name("last_hash"), String.class);

    private static final Table<Record> HEAD = DSL.table(DSL.name("store", "journal_head"));
    private static final Field<Long> POSITION = DSL.field(DSL.name("position"), Long.class);

    private ChainTable() {}

    static long head(DSLContext sql) {
        return sql.select(POSITION).from(HEAD).fetchOptional(POSITION).orElse(0L);
    }

    /** Writes without changing anything, which tells whether that is possible. */
    static int touch(DSLContext sql) {
        return sql.update(HEAD).set(POSITION, POSITION).execute();
    }

    static Optional<Chain> find(DSLContext sql, String center) {
        return sql.select(CENTER, FIRST, BEFORE, LAST, HASH)
                .from(CHAIN)
                .where(CENTER.eq(center))
                .fetchOptional(ChainTable::chain);
    }

    /** The next chains in the order of their centers. */
    static List<Chain> after(DSLContext sql, String center, int limit) {
        return sql.select(CENTER, FIRST, BEFORE, LAST, HASH)
                .from(CHAIN)
                .where(CENTER.gt(center))
                .orderBy(CENTER)
                .limit(limit)
                .fetch(ChainTable::chain);
    }

    private static Chain chain(Record row) {
        return new Chain(
                row.get(CENTER), row.get(FIRST), row.get(BEFORE), row.get(LAST), row.get(HASH));
    }

    /**
     * One chain.
     *
     * @param before the hash of the line before the first that is kept
     */
    record Chain(String center, long first, String before, long last, String hash) {}
}
