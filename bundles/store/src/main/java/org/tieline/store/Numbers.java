package org.tieline.store;

import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.place;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** What people call a record aloud, such as {@code C-2026-0012}. */
public final class Numbers {
    private static final Table<Record> NUMBER = table("store", "record_number");
    private static final Field<String> PREFIX = text(NUMBER, "prefix");
    private static final Field<String> CENTER = text(NUMBER, "center");
    private static final Field<Integer> YEAR = place(NUMBER, "number_year");
    private static final Field<Long> LAST = number(NUMBER, "last_number");
    private static final String ALL = "*";

    private Numbers() {}

    /**
     * Gives the next number of a center and a year, without a gap. Others that number the same wait
     * until the transaction ends.
     *
     * @param prefix of the kind of record: 1 to 9 letters, such as {@code C}
     */
    public static String next(DSLContext sql, String prefix, String center, int year) {
        if (!count(sql, prefix, center, year)) {
            Columns.lock(sql, NUMBER, LAST, PREFIX.eq(ALL));
            if (!count(sql, prefix, center, year)) {
                sql.insertInto(NUMBER)
                        .set(PREFIX, prefix)
                        .set(CENTER, center)
                        .set(YEAR, year)
                        .set(LAST, 1L)
                        .execute();
            }
        }
        long last =
                sql.select(LAST)
                        .from(NUMBER)
                        .where(PREFIX.eq(prefix), CENTER.eq(center), YEAR.eq(year))
                        .fetchSingle(LAST);
        return String.format("%s-%d-%04d", prefix, year, last);
    }

    private static boolean count(DSLContext sql, String prefix, String center, int year) {
        return sql.update(NUMBER)
                        .set(LAST, LAST.plus(1))
                        .where(PREFIX.eq(prefix), CENTER.eq(center), YEAR.eq(year))
                        .execute()
                > 0;
    }
}
