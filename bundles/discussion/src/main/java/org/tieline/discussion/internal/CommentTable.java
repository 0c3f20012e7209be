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
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.RecordRef;
import org.tieline.api.discussion.Comment;
import org.tieline.api.record.Who;
import org.tieline.store.Columns;

/** The rows of comments. */
final class CommentTable {
    static final String SCHEMA = "discussion";

    /** Greater than every id. */
    static final String AFTER_ALL = "z";

    private static final Table<Record> COMMENT = table(SCHEMA, "comment_said");
    private static final Field<String> ID = text(COMMENT, "id");
    private static final Field<String> KIND = text(COMMENT, "kind");
    private static final Field<String> RECORD = text(COMMENT, "record");
    private static final Field<String> CENTER = text(COMMENT, "center");
    private static final Field<String> TEXT = text(COMMENT, "text");
    private static final Field<String> AUTHOR = text(COMMENT, "author");
    private static final Field<String> AUTHOR_NAME = text(COMMENT, "author_name");
    private static final Field<Instant> WRITTEN = time(COMMENT, "written");
    private static final Field<Instant> EDITED = time(COMMENT, "edited");
    private static final Field<Instant> WITHDRAWN = time(COMMENT, "withdrawn");
    private static final Field<Long> VERSION = number(COMMENT, "version");
    private static final List<Field<?>> COLUMNS =
            List.of(
                    ID,
                    KIND,
                    RECORD,
                    CENTER,
                    TEXT,
                    AUTHOR,
                    AUTHOR_NAME,
                    WRITTEN,
                    EDITED,
                    WITHDRAWN,
                    VERSION);

    private CommentTable() {}

    /**
     * Returns comments on a record, the latest first.
     *
     * @param before only those older than the one with this id
     */
    static List<Comment> list(DSLContext sql, RecordRef record, String before, int most) {
        return sql.select(COLUMNS)
                .from(COMMENT)
                .where(RECORD.eq(record.id()), KIND.eq(record.kind()), ID.lt(before))
                .orderBy(ID.desc())
                .limit(most)
                .fetch(CommentTable::comment);
    }

    static Optional<Comment> find(DSLContext sql, String id) {
        return sql.select(COLUMNS)
                .from(COMMENT)
                .where(ID.eq(id))
                .fetchOptional(CommentTable::comment);
    }

    /** Finds a comment and keeps others from changing it until the transaction ends. */
    static Optional<Comment> lock(DSLContext sql, String id) {
        Columns.lock(sql, COMMENT, VERSION, ID.eq(id));
        return find(sql, id);
    }

    /** Returns those of these comments that there are, by id. */
    static Map<String, Comment> all(DSLContext sql, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return sql.select(COLUMNS)
                .from(COMMENT)
                .where(ID.in(ids))
                .fetchMap(row -> row.get(ID), CommentTable::comment);
    }

    static void insert(DSLContext sql, Comment comment) {
        sql.insertInto(COMMENT)
                .set(ID, comment.id())
                .set(KIND, comment.record().kind())
                .set(RECORD, comment.record().id())
                .set(CENTER, comment.center())
                .set(TEXT, comment.text())
                .set(AUTHOR, comment.author().id())
                .set(AUTHOR_NAME, comment.author().name())
                .set(WRITTEN, comment.written())
                .set(VERSION, comment.version())
                .execute();
    }

    static void update(DSLContext sql, Comment comment) {
        sql.update(COMMENT)
                .set(TEXT, comment.text())
                .set(EDITED, comment.edited().orElse(null))
                .set(WITHDRAWN, comment.withdrawn().orElse(null))
                .set(VERSION, comment.version())
                .where(ID.eq(comment.id()))
                .execute();
    }

    private static Comment comment(Record row) {
        return new Comment(
                row.get(ID),
                new RecordRef(row.get(KIND), row.get(RECORD)),
                row.get(CENTER),
                row.get(TEXT),
                new Who(row.get(AUTHOR), row.get(AUTHOR_NAME)),
                row.get(WRITTEN),
                Optional.ofNullable(row.get(EDITED)),
                Optional.ofNullable(row.get(WITHDRAWN)),
                row.get(VERSION));
    }
}
