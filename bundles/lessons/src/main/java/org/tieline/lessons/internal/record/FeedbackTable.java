package org.tieline.lessons.internal.record;

import static org.tieline.lessons.internal.record.LessonTable.SCHEMA;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.tieline.api.lessons.Feedback;
import org.tieline.api.lessons.Feedback.Kind;
import org.tieline.core.record.EnumNames;

/** What readers told the owners of lessons. */
public final class FeedbackTable {
    private static final Table<Record> FEEDBACK = table(SCHEMA, "lesson_feedback");
    private static final Field<String> ID = text(FEEDBACK, "id");
    private static final Field<String> LESSON = text(FEEDBACK, "lesson");
    private static final Field<String> CENTER = text(FEEDBACK, "center");
    private static final Field<String> KIND = text(FEEDBACK, "kind");
    private static final Field<String> REASON = text(FEEDBACK, "reason");
    private static final Field<String> BY = text(FEEDBACK, "told_by");
    private static final Field<String> BY_NAME = text(FEEDBACK, "told_by_name");
    private static final Field<Instant> AT = time(FEEDBACK, "told_at");
    private static final Field<Instant> SETTLED = time(FEEDBACK, "settled");

    private FeedbackTable() {}

    public static void insert(DSLContext sql, Feedback feedback, String by) {
        sql.insertInto(FEEDBACK)
                .set(ID, feedback.id())
                .set(LESSON, feedback.lesson())
                .set(CENTER, feedback.center())
                .set(KIND, EnumNames.of(feedback.kind()))
                .set(REASON, feedback.reason())
                .set(BY, by)
                .set(BY_NAME, feedback.by())
                .set(AT, feedback.at())
                .execute();
    }

    private static Condition is(String lesson, Kind kind) {
        return LESSON.eq(lesson).and(KIND.eq(EnumNames.of(kind)));
    }

    static int helped(DSLContext sql, String lesson) {
        return sql.fetchCount(FEEDBACK, is(lesson, Kind.HELPED));
    }

    static int doubted(DSLContext sql, String lesson) {
        return sql.fetchCount(FEEDBACK, is(lesson, Kind.OUTDATED).and(SETTLED.isNull()));
    }

    public static boolean saidHelped(DSLContext sql, String lesson, String person) {
        return sql.fetchExists(FEEDBACK, is(lesson, Kind.HELPED).and(BY.eq(person)));
    }

    /** Returns the doubts that nobody has answered, the latest first. */
    public static List<Feedback> open(DSLContext sql, String lesson, int most) {
        return sql.select(ID, LESSON, CENTER, KIND, REASON, BY_NAME, AT)
                .from(FEEDBACK)
                .where(is(lesson, Kind.OUTDATED), SETTLED.isNull())
                .orderBy(ID.desc())
                .limit(most)
                .fetch(
                        row ->
                                new Feedback(
                                        row.get(ID),
                                        row.get(LESSON),
                                        row.get(CENTER),
                                        EnumNames.parse(Kind.class, row.get(KIND)),
                                        row.get(REASON),
                                        row.get(BY_NAME),
                                        row.get(AT)));
    }

    /** Returns since when a lesson is doubted. */
    static Optional<Instant> doubtedSince(DSLContext sql, String lesson) {
        return sql.select(DSL.min(AT))
                .from(FEEDBACK)
                .where(is(lesson, Kind.OUTDATED), SETTLED.isNull())
                .fetchOptional(0, Instant.class);
    }

    static void settle(DSLContext sql, String lesson, Instant now) {
        sql.update(FEEDBACK)
                .set(SETTLED, now)
                .where(is(lesson, Kind.OUTDATED), SETTLED.isNull())
                .execute();
    }

    /** Returns which of these lessons somebody told something about. */
    public static List<String> told(DSLContext sql, Collection<String> lessons) {
        return sql.selectDistinct(LESSON).from(FEEDBACK).where(LESSON.in(lessons)).fetch(LESSON);
    }
}
