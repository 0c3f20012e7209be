package org.tieline.discussion.internal.link;

import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.tieline.api.RecordRef;
import org.tieline.api.link.RecordLink;
import org.tieline.api.link.Relation;
import org.tieline.core.record.EnumNames;

/** The rows of links. */
final class LinkTable {
    private static final Table<Record> LINK = table("discussion", "record_link");
    private static final Field<String> ID = text(LINK, "id");
    private static final Field<String> FROM_KIND = text(LINK, "from_kind");
    private static final Field<String> FROM = text(LINK, "from_record");
    private static final Field<String> RELATION = text(LINK, "relation");
    private static final Field<String> TO_KIND = text(LINK, "to_kind");
    private static final Field<String> TO = text(LINK, "to_record");
    private static final Field<String> CENTER = text(LINK, "center");
    private static final Field<String> AUTHOR = text(LINK, "author");
    private static final Field<Instant> MADE = time(LINK, "made");
    private static final Field<Instant> REMOVED = time(LINK, "removed");
    private static final List<Field<?>> COLUMNS =
            List.of(ID, FROM_KIND, FROM, RELATION, TO_KIND, TO, CENTER, AUTHOR, MADE, REMOVED);

    private LinkTable() {}

    /** Returns at most so many links that a record is at one of the ends of, the latest first. */
    static List<RecordLink> of(DSLContext sql, RecordRef record, int most) {
        return list(sql, record, REMOVED.isNull(), most);
    }

    /** Returns those that were taken away too. */
    static List<RecordLink> ever(DSLContext sql, RecordRef record, int most) {
        return list(sql, record, DSL.noCondition(), most);
    }

    private static List<RecordLink> list(
            DSLContext sql, RecordRef record, Condition which, int most) {
        return sql.select(COLUMNS)
                .from(LINK)
                .where(from(record).or(to(record)), which)
                .orderBy(ID.desc())
                .limit(most)
                .fetch(LinkTable::link);
    }

    private static Condition from(RecordRef record) {
        return FROM.eq(record.id()).and(FROM_KIND.eq(record.kind()));
    }

    private static Condition to(RecordRef record) {
        return TO.eq(record.id()).and(TO_KIND.eq(record.kind()));
    }

    static Optional<RecordLink> find(DSLContext sql, String id) {
        return sql.select(COLUMNS).from(LINK).where(ID.eq(id)).fetchOptional(LinkTable::link);
    }

    static Optional<RecordLink> find(
            DSLContext sql, RecordRef from, Relation relation, RecordRef to) {
        return sql.select(COLUMNS)
                .from(LINK)
                .where(from(from), RELATION.eq(EnumNames.of(relation)), to(to))
                .fetchOptional(LinkTable::link);
    }

    /** Writes a link that is new, or one that was taken away or stands again. */
    static void write(DSLContext sql, RecordLink link) {
        int there =
                sql.update(LINK)
                        .set(AUTHOR, link.author())
                        .set(MADE, link.made())
                        .set(REMOVED, link.removed().orElse(null))
                        .where(ID.eq(link.id()))
                        .execute();
        if (there == 0) {
            insert(sql, link);
        }
    }

    private static void insert(DSLContext sql, RecordLink link) {
        sql.insertInto(LINK)
                .set(ID, link.id())
                .set(FROM_KIND, link.from().kind())
                .set(FROM, link.from().id())
                .set(RELATION, EnumNames.of(link.relation()))
                .set(TO_KIND, link.to().kind())
                .set(TO, link.to().id())
                .set(CENTER, link.center())
                .set(AUTHOR, link.author())
                .set(MADE, link.made())
                .execute();
    }

    private static RecordLink link(Record row) {
        return new RecordLink(
                row.get(ID),
                new RecordRef(row.get(FROM_KIND), row.get(FROM)),
                EnumNames.parse(Relation.class, row.get(RELATION)),
                new RecordRef(row.get(TO_KIND), row.get(TO)),
                row.get(CENTER),
                row.get(AUTHOR),
                row.get(MADE),
                Optional.ofNullable(row.get(REMOVED)));
    }
}
