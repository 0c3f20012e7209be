package org.tieline.lessons.internal.knowledge;

import static org.tieline.store.Columns.place;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.lessons.internal.record.LessonTable;
import org.tieline.store.Columns;

/** The knowledge packs' rows. */
final class KnowledgeTable {
    private static final Table<Record> PACK = table(LessonTable.SCHEMA, "knowledge_pack");
    private static final Field<String> NAME = text(PACK, "name");
    private static final Field<String> VERSION = text(PACK, "pack_version");
    private static final Field<Integer> LESSONS = place(PACK, "lessons");
    private static final Field<String> FAULTS = text(PACK, "faults");
    private static final Field<Instant> UPDATED = time(PACK, "updated");
    private static final int MOST = 1_000;

    private KnowledgeTable() {}

    /** Keeps others from writing a pack's lessons until the transaction ends. */
    static void lock(DSLContext sql, String name, Instant now) {
        if (sql.fetchExists(PACK, NAME.eq(name))) {
            Columns.lock(sql, PACK, LESSONS, NAME.eq(name));
        } else {
            sql.insertInto(PACK)
                    .set(NAME, name)
                    .set(VERSION, "")
                    .set(LESSONS, 0)
                    .set(FAULTS, "")
                    .set(UPDATED, now)
                    .execute();
        }
    }

    static void update(DSLContext sql, KnowledgePack pack) {
        sql.update(PACK)
                .set(VERSION, pack.version())
                .set(LESSONS, pack.lessons())
                .set(FAULTS, String.join("\n", pack.faults()))
                .set(UPDATED, pack.updated())
                .where(NAME.eq(pack.name()))
                .execute();
    }

    static void delete(DSLContext sql, String name) {
        sql.deleteFrom(PACK).where(NAME.eq(name)).execute();
    }

    static List<KnowledgePack> all(DSLContext sql) {
        return sql.select(NAME, VERSION, LESSONS, FAULTS, UPDATED)
                .from(PACK)
                .orderBy(NAME)
                .limit(MOST)
                .fetch(
                        row ->
                                new KnowledgePack(
                                        row.get(NAME),
                                        row.get(VERSION),
                                        row.get(LESSONS),
                                        row.get(FAULTS).lines().toList(),
                                        row.get(UPDATED)));
    }
}
