package org.tieline.discussion.internal;

import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.tieline.api.RecordRef;
import org.tieline.core.record.Chunks;

/** Who watches what. */
final class WatcherTable {
    private static final Table<Record> WATCHER = table(CommentTable.SCHEMA, "watcher");
    private static final Field<String> RECORD = text(WATCHER, "record");
    private static final Field<String> KIND = text(WATCHER, "kind");
    private static final Field<String> PERSON = text(WATCHER, "person");
    private static final Field<Instant> SINCE = time(WATCHER, "since");

    private WatcherTable() {}

    /** Somebody who watches a record. */
    record Watcher(RecordRef record, String person, Instant since) {}

    static boolean watches(DSLContext sql, RecordRef record, String person) {
        return sql.fetchExists(
                DSL.selectOne()
                        .from(WATCHER)
                        .where(RECORD.eq(record.id()), KIND.eq(record.kind()), PERSON.eq(person)));
    }

    static int count(DSLContext sql, RecordRef record, int most) {
        return sql.fetchCount(
                DSL.select(PERSON)
                        .from(WATCHER)
                        .where(RECORD.eq(record.id()), KIND.eq(record.kind()))
                        .limit(most));
    }

    static void insert(DSLContext sql, RecordRef record, String person, Instant since) {
        sql.insertInto(WATCHER)
                .set(RECORD, record.id())
                .set(KIND, record.kind())
                .set(PERSON, person)
                .set(SINCE, since)
                .execute();
    }

    static void delete(DSLContext sql, RecordRef record, String person) {
        sql.deleteFrom(WATCHER)
                .where(RECORD.eq(record.id()), KIND.eq(record.kind()), PERSON.eq(person))
                .execute();
    }

    /** Returns who watches records with these ids, of whatever kind. */
    static List<Watcher> of(DSLContext sql, Collection<String> records) {
        List<Watcher> watchers = new ArrayList<>();
        for (List<String> some : Chunks.of(records)) {
            watchers.addAll(
                    sql.select(RECORD, KIND, PERSON, SINCE)
                            .from(WATCHER)
                            .where(RECORD.in(some))
                            .fetch(
                                    row ->
                                            new Watcher(
                                                    new RecordRef(row.get(KIND), row.get(RECORD)),
                                                    row.get(PERSON),
                                                    row.get(SINCE))));
        }
        return watchers;
    }
}
