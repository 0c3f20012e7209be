package org.tieline.notices.internal.record;

import static org.tieline.store.Columns.flag;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.notice.Notice;
import org.tieline.api.notice.NoticeDraft;
import org.tieline.store.Ids;

/** What people were told. */
public final class NoticeTable {
    static final String SCHEMA = "notices";
    private static final Table<Record> NOTICE = table(SCHEMA, "notice");
    private static final Field<String> ID = text(NOTICE, "id");
    private static final Field<String> PERSON = text(NOTICE, "person");
    private static final Field<String> KEY = text(NOTICE, "notice_key");
    private static final Field<String> TOPIC = text(NOTICE, "topic");
    private static final Field<String> TITLE = text(NOTICE, "title");
    private static final Field<String> TEXT = text(NOTICE, "text");
    private static final Field<String> PATH = text(NOTICE, "path");
    private static final Field<String> CENTER = text(NOTICE, "center");
    private static final Field<Instant> POSTED = time(NOTICE, "posted_at");
    private static final Field<Boolean> UNREAD = flag(NOTICE, "unread");
    private static final Field<Instant> READ = time(NOTICE, "read_at");

    private NoticeTable() {}

    /** Returns those of these people who have a notice with this key. */
    public static Set<String> told(DSLContext sql, Collection<String> people, String key) {
        return sql.select(PERSON)
                .from(NOTICE)
                .where(PERSON.in(people), KEY.eq(key))
                .fetchSet(PERSON);
    }

    public static void insert(
            DSLContext sql, Collection<String> people, NoticeDraft draft, Instant posted) {
        BatchBindStep rows =
                sql.batch(
                        sql.insertInto(
                                        NOTICE, ID, PERSON, KEY, TOPIC, TITLE, TEXT, PATH, CENTER,
                                        POSTED, UNREAD)
                                .values(
                                        (String) null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null));
        for (String person : people) {
            rows.bind(
                    Ids.next(),
                    person,
                    draft.key(),
                    draft.topic(),
                    draft.title(),
                    draft.text(),
                    draft.path(),
                    draft.center(),
                    posted,
                    true);
        }
        if (!people.isEmpty()) {
            rows.execute();
        }
    }

    /**
     * Returns a person's notices about centers within reach or about the installation, the latest
     * first.
     *
     * @param before only those older than the one with this id
     */
    public static List<Notice> list(
            DSLContext sql, String person, Reach reach, boolean unread, String before, int most) {
        return sql.select(ID, TOPIC, TITLE, TEXT, PATH, CENTER, POSTED, READ)
                .from(NOTICE)
                .where(PERSON.eq(person), ID.lt(before), within(reach))
                .and(unread ? UNREAD.eq(true) : DSL.noCondition())
                .orderBy(ID.desc())
                .limit(most)
                .fetch(NoticeTable::notice);
    }

    public static int unread(DSLContext sql, String person, Reach reach, int most) {
        return sql.fetchCount(
                DSL.select(ID)
                        .from(NOTICE)
                        .where(PERSON.eq(person), UNREAD.eq(true), within(reach))
                        .limit(most));
    }

    public static Optional<Notice> find(DSLContext sql, String person, Reach reach, String id) {
        return sql.select(ID, TOPIC, TITLE, TEXT, PATH, CENTER, POSTED, READ)
                .from(NOTICE)
                .where(ID.eq(id), PERSON.eq(person), within(reach))
                .fetchOptional(NoticeTable::notice);
    }

    public static void read(DSLContext sql, String id, Instant now) {
        sql.update(NOTICE)
                .set(UNREAD, false)
                .set(READ, now)
                .where(ID.eq(id), UNREAD.eq(true))
                .execute();
    }

    public static void readAll(DSLContext sql, String person, Instant now) {
        sql.update(NOTICE)
                .set(UNREAD, false)
                .set(READ, now)
                .where(PERSON.eq(person), UNREAD.eq(true))
                .execute();
    }

    /** Removes some that are older; returns how many. */
    public static int remove(DSLContext sql, Instant before, int most) {
        List<String> old =
                sql.select(ID)
                        .from(NOTICE)
                        .where(POSTED.lt(before))
                        .orderBy(POSTED)
                        .limit(most)
                        .fetch(ID);
        return old.isEmpty() ? 0 : sql.deleteFrom(NOTICE).where(ID.in(old)).execute();
    }

    private static Condition within(Reach reach) {
        return reach.everywhere()
                ? DSL.noCondition()
                : CENTER.in(reach.centers()).or(CENTER.eq(Caller.EVERYWHERE));
    }

    private static Notice notice(Record row) {
        return new Notice(
                row.get(ID),
                row.get(TOPIC),
                row.get(TITLE),
                row.get(TEXT),
                row.get(PATH),
                row.get(CENTER),
                row.get(POSTED),
                Optional.ofNullable(row.get(READ)));
    }
}
