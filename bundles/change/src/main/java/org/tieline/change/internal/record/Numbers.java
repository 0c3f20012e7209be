package org.tieline.change.internal.record;

import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.place;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.store.Columns;

/** What people call a change: {@code C-2026-0012}. */
public final class Numbers {
    private static final Table<Record> COUNT = table(ChangeTable.SCHEMA, "change_count");
    private static final Field<String> CENTER = text(COUNT, "center");
    private static final Field<Integer> YEAR = place(COUNT, "count_year");
    private static final Field<Long> LAST = number(COUNT, "last_number");
    private static final String ALL = "*";

    private Numbers() {}

    public static String next(DSLContext sql, String center, int year) {
        if (!count(sql, center, year)) {
            lockSchedule(sql);
            if (!count(sql, center, year)) {
                sql.insertInto(COUNT).set(CENTER, center).set(YEAR, year).set(LAST, 1L).execute();
            }
        }
        long last =
                sql.select(LAST)
                        .from(COUNT)
                        .where(CENTER.eq(center), YEAR.eq(year))
                        .fetchSingle(LAST);
        return String.format("C-%d-%04d", year, last);
    }

    private static boolean count(DSLContext sql, String center, int year) {
        return sql.update(COUNT)
                        .set(LAST, LAST.plus(1))
                        .where(CENTER.eq(center), YEAR.eq(year))
                        .execute()
                > 0;
    }

    /** Keeps others from putting a change into the schedule until the transaction ends. */
    public static void lockSchedule(DSLContext sql) {
        Columns.lock(sql, COUNT, LAST, CENTER.eq(ALL));
    }
}
