package org.tieline.assets.internal;

import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;

import java.util.Collection;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.store.Columns;

/** Counts the changes of each center's map, so that what was computed from one can be kept. */
final class Revisions {
    private static final Table<Record> REVISION = table(AssetTable.SCHEMA, "map_revision");
    private static final Field<String> CENTER = text(REVISION, "center");
    private static final Field<Long> NUMBER = number(REVISION, "revision");
    private static final String ALL = "*";

    private Revisions() {}

    /** Keeps others from changing any map until the transaction ends. */
    static void lock(DSLContext sql) {
        Columns.lock(sql, REVISION, NUMBER, CENTER.eq(ALL));
    }

    /** Counts a change of these centers' maps; to be called under {@link #lock}. */
    static void count(DSLContext sql, Collection<String> centers) {
        for (String center : new TreeSet<>(centers)) {
            int counted =
                    sql.update(REVISION)
                            .set(NUMBER, NUMBER.plus(1))
                            .where(CENTER.eq(center))
                            .execute();
            if (counted == 0) {
                sql.insertInto(REVISION).set(CENTER, center).set(NUMBER, 1L).execute();
            }
        }
    }

    static long of(DSLContext sql, String center) {
        return sql.select(NUMBER)
                .from(REVISION)
                .where(CENTER.eq(center))
                .fetchOptional(NUMBER)
                .orElse(0L);
    }
}
