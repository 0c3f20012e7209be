package org.tieline.discussion.internal;

import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.RecordRef;
import org.tieline.api.discussion.Attachment;
import org.tieline.api.record.Who;

/** The rows of attachments; their content lies in files. */
final class AttachmentTable {
    private static final Table<Record> ATTACHMENT = table(CommentTable.SCHEMA, "attachment");
    private static final Field<String> ID = text(ATTACHMENT, "id");
    private static final Field<String> KIND = text(ATTACHMENT, "kind");
    private static final Field<String> RECORD = text(ATTACHMENT, "record");
    private static final Field<String> CENTER = text(ATTACHMENT, "center");
    private static final Field<String> NAME = text(ATTACHMENT, "name");
    private static final Field<String> TYPE = text(ATTACHMENT, "type");
    private static final Field<Long> SIZE = number(ATTACHMENT, "bytes");
    private static final Field<String> SHA256 = text(ATTACHMENT, "sha256");
    private static final Field<String> AUTHOR = text(ATTACHMENT, "author");
    private static final Field<String> AUTHOR_NAME = text(ATTACHMENT, "author_name");
    private static final Field<Instant> ADDED = time(ATTACHMENT, "added");
    private static final Field<Instant> REMOVED = time(ATTACHMENT, "removed");
    private static final int SOME = 500;
    private static final List<Field<?>> COLUMNS =
            List.of(
                    ID,
                    KIND,
                    RECORD,
                    CENTER,
                    NAME,
                    TYPE,
                    SIZE,
                    SHA256,
                    AUTHOR,
                    AUTHOR_NAME,
                    ADDED,
                    REMOVED);

    private AttachmentTable() {}

    /**
     * Returns files of a record that were not removed, the latest first.
     *
     * @param before only those older than the one with this id
     */
    static List<Attachment> list(DSLContext sql, RecordRef record, String before, int most) {
        return sql.select(COLUMNS)
                .from(ATTACHMENT)
                .where(RECORD.eq(record.id()), KIND.eq(record.kind()), ID.lt(before))
                .and(REMOVED.isNull())
                .orderBy(ID.desc())
                .limit(most)
                .fetch(AttachmentTable::attachment);
    }

    static Optional<Attachment> find(DSLContext sql, String id) {
        return sql.select(COLUMNS)
                .from(ATTACHMENT)
                .where(ID.eq(id))
                .fetchOptional(AttachmentTable::attachment);
    }

    /** Returns those of these files that there are or were, by id. */
    static Map<String, Attachment> all(DSLContext sql, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return sql.select(COLUMNS)
                .from(ATTACHMENT)
                .where(ID.in(ids))
                .fetchMap(row -> row.get(ID), AttachmentTable::attachment);
    }

    /** Hands over all that were not removed. */
    static void each(DSLContext sql, Consumer<Attachment> sink) {
        String after = "";
        List<Attachment> some;
        do {
            some = after(sql, after, SOME);
            for (Attachment attachment : some) {
                sink.accept(attachment);
                after = attachment.id();
            }
        } while (some.size() == SOME);
    }

    /** Returns the next that were not removed, in the order of their ids. */
    static List<Attachment> after(DSLContext sql, String id, int limit) {
        return sql.select(COLUMNS)
                .from(ATTACHMENT)
                .where(ID.gt(id), REMOVED.isNull())
                .orderBy(ID)
                .limit(limit)
                .fetch(AttachmentTable::attachment);
    }

    /** Tells whether there is or was any at all. */
    static boolean any(DSLContext sql) {
        return !sql.select(ID).from(ATTACHMENT).limit(1).fetch().isEmpty();
    }

    static void insert(DSLContext sql, Attachment attachment) {
        sql.insertInto(ATTACHMENT)
                .set(ID, attachment.id())
                .set(KIND, attachment.record().kind())
                .set(RECORD, attachment.record().id())
                .set(CENTER, attachment.center())
                .set(NAME, attachment.name())
                .set(TYPE, attachment.type())
                .set(SIZE, attachment.size())
                .set(SHA256, attachment.sha256())
                .set(AUTHOR, attachment.author().id())
                .set(AUTHOR_NAME, attachment.author().name())
                .set(ADDED, attachment.added())
                .execute();
    }

    /** Returns false if it was removed already. */
    static boolean remove(DSLContext sql, String id, Instant now) {
        return sql.update(ATTACHMENT).set(REMOVED, now).where(ID.eq(id), REMOVED.isNull()).execute()
                == 1;
    }

    private static Attachment attachment(Record row) {
        return new Attachment(
                row.get(ID),
                new RecordRef(row.get(KIND), row.get(RECORD)),
                row.get(CENTER),
                row.get(NAME),
                row.get(TYPE),
                row.get(SIZE),
                row.get(SHA256),
                new Who(row.get(AUTHOR), row.get(AUTHOR_NAME)),
                row.get(ADDED),
                Optional.ofNullable(row.get(REMOVED)));
    }
}
