package org.tieline.notices.internal.mail;

import static org.tieline.store.Columns.place;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.tieline.api.notice.NoticeDraft;
import org.tieline.store.Ids;

/** What is to be sent by mail, was sent, or was given up. */
final class MailTable {
    private static final Table<Record> MAIL = table("notices", "mail");
    private static final Field<String> ID = text(MAIL, "id");
    private static final Field<String> PERSON = text(MAIL, "person");
    private static final Field<String> KEY = text(MAIL, "notice_key");
    private static final Field<String> STATE = text(MAIL, "state");
    private static final Field<String> TITLE = text(MAIL, "title");
    private static final Field<String> TEXT = text(MAIL, "text");
    private static final Field<String> PATH = text(MAIL, "path");
    private static final Field<Instant> POSTED = time(MAIL, "posted_at");
    private static final Field<Instant> DUE = time(MAIL, "due");
    private static final Field<Integer> ATTEMPTS = place(MAIL, "attempts");
    private static final Field<String> FAULT = text(MAIL, "fault");

    private static final String WAITING = "waiting";
    private static final String SENT = "sent";
    private static final String GIVEN_UP = "given-up";
    private static final int LONGEST_FAULT = 500;

    private MailTable() {}

    /** Returns those of these people for whom there is a mail with this key. */
    static Set<String> told(DSLContext sql, Collection<String> people, String key) {
        return sql.select(PERSON).from(MAIL).where(PERSON.in(people), KEY.eq(key)).fetchSet(PERSON);
    }

    static void insert(DSLContext sql, Collection<String> people, NoticeDraft draft, Instant now) {
        BatchBindStep rows =
                sql.batch(
                        sql.insertInto(
                                        MAIL, ID, PERSON, KEY, STATE, TITLE, TEXT, PATH, POSTED,
                                        DUE, ATTEMPTS)
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
                    WAITING,
                    draft.title(),
                    draft.text(),
                    draft.path(),
                    now,
                    now,
                    0);
        }
        if (!people.isEmpty()) {
            rows.execute();
        }
    }

    static List<Mail> due(DSLContext sql, Instant now, int most) {
        return sql.select(ID, PERSON, TITLE, TEXT, PATH, POSTED, ATTEMPTS)
                .from(MAIL)
                .where(STATE.eq(WAITING), DUE.le(now))
                .orderBy(DUE, ID)
                .limit(most)
                .fetch(
                        row ->
                                new Mail(
                                        row.get(ID),
                                        row.get(PERSON),
                                        row.get(TITLE),
                                        row.get(TEXT),
                                        row.get(PATH),
                                        row.get(POSTED),
                                        row.get(ATTEMPTS)));
    }

    /** Takes a mail for sending; false if another node has it. */
    static boolean claim(DSLContext sql, Mail mail, Instant until) {
        return sql.update(MAIL)
                        .set(DUE, until)
                        .set(ATTEMPTS, mail.attempts() + 1)
                        .where(ID.eq(mail.id()), STATE.eq(WAITING), ATTEMPTS.eq(mail.attempts()))
                        .execute()
                == 1;
    }

    static void sent(DSLContext sql, Mail mail) {
        sql.update(MAIL).set(STATE, SENT).setNull(FAULT).where(ID.eq(mail.id())).execute();
    }

    static void later(DSLContext sql, Mail mail, String fault, Instant due) {
        sql.update(MAIL).set(DUE, due).set(FAULT, cut(fault)).where(ID.eq(mail.id())).execute();
    }

    static void giveUp(DSLContext sql, Mail mail, String fault) {
        sql.update(MAIL)
                .set(STATE, GIVEN_UP)
                .set(FAULT, cut(fault))
                .where(ID.eq(mail.id()))
                .execute();
    }

    private static String cut(String fault) {
        return fault.substring(0, Math.min(LONGEST_FAULT, fault.length()));
    }

    /** Counts those that wait, up to a number. */
    static int waiting(DSLContext sql, int most) {
        return sql.fetchCount(DSL.select(ID).from(MAIL).where(STATE.eq(WAITING)).limit(most));
    }

    /** Returns when the oldest that waits was posted. */
    static Optional<Instant> oldest(DSLContext sql) {
        return Optional.ofNullable(
                sql.select(DSL.min(POSTED))
                        .from(MAIL)
                        .where(STATE.eq(WAITING))
                        .fetchOne(DSL.min(POSTED)));
    }

    /** Counts those that wait though they were posted before a time, up to a number. */
    static int late(DSLContext sql, Instant before, int most) {
        return sql.fetchCount(
                DSL.select(ID).from(MAIL).where(STATE.eq(WAITING), POSTED.lt(before)).limit(most));
    }

    /** Removes some that are older; returns how many. */
    static int remove(DSLContext sql, Instant before, int most) {
        List<String> old =
                sql.select(ID)
                        .from(MAIL)
                        .where(POSTED.lt(before))
                        .orderBy(POSTED)
                        .limit(most)
                        .fetch(ID);
        return old.isEmpty() ? 0 : sql.deleteFrom(MAIL).where(ID.in(old)).execute();
    }
}
