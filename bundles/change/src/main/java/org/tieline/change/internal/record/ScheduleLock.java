package org.tieline.change.internal.record;

import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.table;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.store.Columns;

/** Lets one change at a time into the schedule, so that none misses a conflict with another. */
public final class ScheduleLock {
    private static final Table<Record> LOCK = table(ChangeTable.SCHEMA, "change_schedule_lock");
    private static final Field<Long> ID = number(LOCK, "id");

    private ScheduleLock() {}

    /** Keeps others from putting a change into the schedule until the transaction ends. */
    public static void take(DSLContext sql) {
        Columns.lock(sql, LOCK, ID, ID.eq(1L));
    }
}
