package org.tieline.lessons.internal.imports;

import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.core.record.EnumNames;
import org.tieline.lessons.internal.record.LessonTable;

/** The imports' rows. */
final class ImportTable {
    private static final Table<Record> RUN = table(LessonTable.SCHEMA, "lesson_import");
    private static final Field<String> ID = text(RUN, "id");
    private static final Field<String> CENTER = text(RUN, "center");
    private static final Field<String> NAME = text(RUN, "name");
    private static final Field<String> STATE = text(RUN, "state");
    private static final Field<Long> ROWS = number(RUN, "row_count");
    private static final Field<Long> ADDED = number(RUN, "added");
    private static final Field<Long> KNOWN = number(RUN, "known");
    private static final Field<Long> FAULTY = number(RUN, "faulty");
    private static final Field<String> FAULTS = text(RUN, "faults");
    private static final Field<String> BY = text(RUN, "done_by");
    private static final Field<Instant> STARTED = time(RUN, "started");
    private static final Field<Instant> UPDATED = time(RUN, "updated");

    private static final List<Field<?>> COLUMNS =
            List.of(
                    ID, CENTER, NAME, STATE, ROWS, ADDED, KNOWN, FAULTY, FAULTS, BY, STARTED,
                    UPDATED);

    private ImportTable() {}

    static void insert(DSLContext sql, ImportReport run) {
        sql.insertInto(RUN)
                .set(ID, run.id())
                .set(CENTER, run.center())
                .set(NAME, run.name())
                .set(BY, run.by())
                .set(STARTED, run.started())
                .set(progress(run))
                .execute();
    }

    static void update(DSLContext sql, ImportReport run) {
        sql.update(RUN).set(progress(run)).where(ID.eq(run.id())).execute();
    }

    private static Map<Field<?>, Object> progress(ImportReport run) {
        return Map.of(
                STATE, EnumNames.of(run.state()),
                ROWS, run.rows(),
                ADDED, run.added(),
                KNOWN, run.known(),
                FAULTY, run.faulty(),
                FAULTS, String.join("\n", run.faults()),
                UPDATED, run.updated());
    }

    static Optional<ImportReport> find(DSLContext sql, String id) {
        return sql.select(COLUMNS).from(RUN).where(ID.eq(id)).fetchOptional(ImportTable::row);
    }

    /** Returns the imports of a center, the latest first. */
    static List<ImportReport> of(DSLContext sql, String center, int most) {
        return sql.select(COLUMNS)
                .from(RUN)
                .where(CENTER.eq(center))
                .orderBy(ID.desc())
                .limit(most)
                .fetch(ImportTable::row);
    }

    private static ImportReport row(Record row) {
        return new ImportReport(
                row.get(ID),
                row.get(CENTER),
                row.get(NAME),
                EnumNames.parse(ImportReport.State.class, row.get(STATE)),
                row.get(ROWS),
                row.get(ADDED),
                row.get(KNOWN),
                row.get(FAULTY),
                row.get(FAULTS).lines().toList(),
                row.get(BY),
                row.get(STARTED),
                row.get(UPDATED));
    }
}
