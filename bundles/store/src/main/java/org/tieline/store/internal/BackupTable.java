package org.tieline.store.internal;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.store.Columns;

/** When the last backup was made; one row. */
final class BackupTable {
    private static final Table<Record> BACKUP = Columns.table("store", "backup_made");
    private static final Field<Long> ID = Columns.number(BACKUP, "id");
    private static final Field<Instant> MADE = Columns.time(BACKUP, "made_at");
    private static final Field<Long> FAULTS = Columns.number(BACKUP, "faults");

    private BackupTable() {}

    static void made(DSLContext sql, Instant now, long faults) {
        int known =
                sql.update(BACKUP).set(MADE, now).set(FAULTS, faults).where(ID.eq(1L)).execute();
        if (known == 0) {
            sql.insertInto(BACKUP).set(ID, 1L).set(MADE, now).set(FAULTS, faults).execute();
        }
    }

    static Optional<Instant> last(DSLContext sql) {
        return sql.select(MADE).from(BACKUP).where(ID.eq(1L)).fetchOptional(MADE);
    }

    /** How many files were missing or changed in the last backup. */
    static long faults(DSLContext sql) {
        return sql.select(FAULTS).from(BACKUP).where(ID.eq(1L)).fetchOptional(FAULTS).orElse(0L);
    }
}
