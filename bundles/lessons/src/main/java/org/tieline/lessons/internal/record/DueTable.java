package org.tieline.lessons.internal.record;

import static org.tieline.lessons.internal.record.LessonTable.SCHEMA;
import static org.tieline.store.Columns.flag;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.lessons.DueLesson;

/** The published lessons that somebody must look at again, some day or now. */
public final class DueTable {
    static final Table<Record> DUE = table(SCHEMA, "lesson_due");
    private static final Field<String> LESSON = text(DUE, "lesson");
    private static final Field<String> CENTER = text(DUE, "center");
    private static final Field<String> SINCE = text(DUE, "since");
    private static final Field<Boolean> TOLD = flag(DUE, "told");

    private DueTable() {}

    /** Returns the rows of a new lesson. */
    static Stream<Map<Field<?>, Object>> rows(StoredLesson lesson) {
        return row(lesson, Optional.empty()).stream();
    }

    private static Optional<Map<Field<?>, Object>> row(
            StoredLesson lesson, Optional<Instant> doubted) {
        Optional<LocalDate> since = doubted.map(at -> at.atZone(ZoneOffset.UTC).toLocalDate());
        return lesson.shown()
                .flatMap(
                        shown ->
                                Stream.concat(since.stream(), shown.review().stream())
                                        .min(LocalDate::compareTo))
                .map(
                        day ->
                                Map.of(
                                        LESSON,
                                        lesson.id(),
                                        CENTER,
                                        lesson.center(),
                                        SINCE,
                                        day.toString(),
                                        TOLD,
                                        doubted.isPresent()));
    }

    /** Writes down when a lesson is due as it is now. */
    public static void put(DSLContext sql, StoredLesson lesson) {
        delete(sql, List.of(lesson.id()));
        row(lesson, FeedbackTable.doubtedSince(sql, lesson.id()))
                .ifPresent(row -> sql.insertInto(DUE).set(row).execute());
    }

    static void delete(DSLContext sql, Collection<String> lessons) {
        sql.deleteFrom(DUE).where(LESSON.in(lessons)).execute();
    }

    /** Returns what is due in a center by a day, due longest first. */
    public static List<DueLesson> of(
            DSLContext sql, String center, LocalDate by, String after, String afterId, int most) {
        return sql.select(LESSON, SINCE, TOLD, LessonTable.TITLE)
                .from(DUE)
                .join(LessonTable.LESSON)
                .on(LessonTable.ID.eq(LESSON))
                .where(
                        CENTER.eq(center),
                        SINCE.le(by.toString()),
                        SINCE.ge(after),
                        SINCE.gt(after).or(LESSON.gt(afterId)))
                .orderBy(SINCE, LESSON)
                .limit(most)
                .fetch(
                        row ->
                                new DueLesson(
                                        row.get(LESSON),
                                        row.get(LessonTable.TITLE),
                                        LocalDate.parse(row.get(SINCE)),
                                        row.get(TOLD)));
    }
}
