package org.tieline.lessons.internal.record;

import static org.tieline.lessons.internal.record.LessonTable.SCHEMA;
import static org.tieline.store.Columns.place;
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

/** What adoptions and feedback come to, counted with each of them. */
public final class StandingTable {
    static final Table<Record> STANDING = table(SCHEMA, "lesson_standing");
    static final Field<String> LESSON = text(STANDING, "lesson");
    static final Field<Instant> BEST = time(STANDING, "best_since");
    private static final Field<Integer> ADOPTED = place(STANDING, "adopted");
    private static final Field<Integer> BETTER = place(STANDING, "better");
    private static final Field<Integer> HELPED = place(STANDING, "helped");
    private static final Field<Integer> DOUBTED = place(STANDING, "doubted");

    /**
     * @param adopted how many centers use it
     * @param better how many of these it helped
     * @param helped how many people said that it helped
     * @param doubted how many open remarks say that it is outdated
     */
    public record Counts(int adopted, int better, int helped, int doubted, Optional<Instant> best) {
        static final Counts NONE = new Counts(0, 0, 0, 0, Optional.empty());
    }

    private StandingTable() {}

    public static Counts of(DSLContext sql, String lesson) {
        return of(sql, List.of(lesson)).getOrDefault(lesson, Counts.NONE);
    }

    /** Returns the counts of those of the lessons that have any. */
    static Map<String, Counts> of(DSLContext sql, Collection<String> lessons) {
        return sql.select(LESSON, ADOPTED, BETTER, HELPED, DOUBTED, BEST)
                .from(STANDING)
                .where(LESSON.in(lessons))
                .fetchMap(LESSON, StandingTable::row);
    }

    private static Counts row(Record row) {
        return new Counts(
                row.get(ADOPTED),
                row.get(BETTER),
                row.get(HELPED),
                row.get(DOUBTED),
                Optional.ofNullable(row.get(BEST)));
    }

    /** Counts again, for a lesson whose row is held. */
    public static Counts count(DSLContext sql, String lesson) {
        return put(sql, lesson, of(sql, lesson).best());
    }

    public static Counts promote(DSLContext sql, String lesson, Instant now) {
        return put(sql, lesson, Optional.of(now));
    }

    private static Counts put(DSLContext sql, String lesson, Optional<Instant> best) {
        Counts counts =
                new Counts(
                        AdoptionTable.adopted(sql, lesson),
                        AdoptionTable.better(sql, lesson),
                        FeedbackTable.helped(sql, lesson),
                        FeedbackTable.doubted(sql, lesson),
                        best);
        sql.deleteFrom(STANDING).where(LESSON.eq(lesson)).execute();
        sql.insertInto(STANDING)
                .set(LESSON, lesson)
                .set(ADOPTED, counts.adopted())
                .set(BETTER, counts.better())
                .set(HELPED, counts.helped())
                .set(DOUBTED, counts.doubted())
                .set(BEST, best.orElse(null))
                .execute();
        return counts;
    }

    /** A lesson that was retired is a best practice no more. */
    static void demote(DSLContext sql, String lesson) {
        sql.update(STANDING).set(BEST, (Instant) null).where(LESSON.eq(lesson)).execute();
    }
}
