package org.tieline.lessons.internal.record;

import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.lessons.LessonNote;

/** What centers note on lessons for themselves. */
public final class NoteTable {
    private static final Table<Record> NOTE = table(LessonTable.SCHEMA, "lesson_note");
    private static final Field<String> ID = text(NOTE, "id");
    private static final Field<String> LESSON = text(NOTE, "lesson");
    private static final Field<String> CENTER = text(NOTE, "center");
    private static final Field<String> TEXT = text(NOTE, "text");
    private static final Field<String> BY = text(NOTE, "written_by");
    private static final Field<String> BY_NAME = text(NOTE, "written_by_name");
    private static final Field<Instant> AT = time(NOTE, "written_at");

    private NoteTable() {}

    /** Returns the notes of centers within reach, the latest first. */
    public static List<LessonNote> before(
            DSLContext sql, Reach reach, String lesson, String id, int most) {
        Condition whose = reach.everywhere() ? DSL.noCondition() : CENTER.in(reach.centers());
        return sql.select(ID, CENTER, TEXT, BY_NAME, AT)
                .from(NOTE)
                .where(LESSON.eq(lesson), ID.lt(id), whose)
                .orderBy(ID.desc())
                .limit(most)
                .fetch(
                        row ->
                                new LessonNote(
                                        row.get(ID),
                                        row.get(CENTER),
                                        row.get(TEXT),
                                        row.get(BY_NAME),
                                        row.get(AT)));
    }

    public static void insert(DSLContext sql, String lesson, LessonNote note, Caller by) {
        sql.insertInto(NOTE)
                .set(ID, note.id())
                .set(LESSON, lesson)
                .set(CENTER, note.center())
                .set(TEXT, note.text())
                .set(BY, by.actor().id())
                .set(BY_NAME, note.by())
                .set(AT, note.at())
                .execute();
    }

    /** Returns which of these lessons somebody has noted on. */
    public static List<String> noted(DSLContext sql, Collection<String> lessons) {
        return sql.selectDistinct(LESSON).from(NOTE).where(LESSON.in(lessons)).fetch(LESSON);
    }
}
