package org.tieline.lessons.internal.record;

import static org.tieline.store.Columns.flag;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.sharing.Finding.Decision;
import org.tieline.sharing.redaction.Redaction;

/** What was decided on passages of lessons. */
public final class DecisionTable {
    private static final Table<Record> DECISION = table(LessonTable.SCHEMA, "lesson_decision");
    private static final Field<String> LESSON = text(DECISION, "lesson");
    private static final Field<String> PASSAGE = text(DECISION, "passage");
    private static final Field<Boolean> KEEP = flag(DECISION, "keep");
    private static final Field<String> BY = text(DECISION, "decided_by");
    private static final Field<Instant> AT = time(DECISION, "decided_at");

    private DecisionTable() {}

    /** Returns the decisions on a lesson by {@link Redaction#key}. */
    public static Map<String, Decision> of(DSLContext sql, String lesson) {
        return sql.select(PASSAGE, KEEP)
                .from(DECISION)
                .where(LESSON.eq(lesson))
                .fetchMap(
                        row -> row.get(PASSAGE),
                        row -> row.get(KEEP) ? Decision.KEEP : Decision.REMOVE);
    }

    public static void put(
            DSLContext sql,
            String lesson,
            String passage,
            Decision decision,
            String who,
            Instant now) {
        sql.deleteFrom(DECISION).where(LESSON.eq(lesson), PASSAGE.eq(passage)).execute();
        sql.insertInto(DECISION)
                .set(LESSON, lesson)
                .set(PASSAGE, passage)
                .set(KEEP, decision == Decision.KEEP)
                .set(BY, who)
                .set(AT, now)
                .execute();
    }

    static void delete(DSLContext sql, Collection<String> lessons) {
        sql.deleteFrom(DECISION).where(LESSON.in(lessons)).execute();
    }
}
