package org.tieline.lessons.internal.record;

import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.lessons.LessonVersion;
import org.tieline.core.record.EnumNames;

/** What lessons said before: written down when a lesson gets other words. */
public final class VersionTable {
    private static final Table<Record> KEPT = table(LessonTable.SCHEMA, "lesson_version");
    private static final Field<String> LESSON = text(KEPT, "lesson");
    private static final Field<Long> VERSION = number(KEPT, "version");
    private static final Field<String> STATE = text(KEPT, "state");
    private static final Field<String> FACTS = text(KEPT, "facts");
    private static final Field<String> BY = text(KEPT, "changed_by");
    private static final Field<String> BY_NAME = text(KEPT, "changed_by_name");
    private static final Field<Instant> AT = time(KEPT, "updated");
    private static final List<Field<?>> COLUMNS = List.of(VERSION, STATE, FACTS, BY_NAME, AT);

    private VersionTable() {}

    public static void keep(DSLContext sql, StoredLesson lesson) {
        sql.insertInto(KEPT)
                .set(LESSON, lesson.id())
                .set(VERSION, lesson.version())
                .set(STATE, EnumNames.of(lesson.state()))
                .set(FACTS, LessonFacts.write(lesson.facts()))
                .set(BY, lesson.changedBy().id())
                .set(BY_NAME, lesson.changedBy().name())
                .set(AT, lesson.updated())
                .execute();
    }

    /** Returns earlier versions, the latest first. */
    public static List<LessonVersion> before(
            DSLContext sql, String lesson, long version, int most) {
        return sql.select(COLUMNS)
                .from(KEPT)
                .where(LESSON.eq(lesson), VERSION.lt(version))
                .orderBy(VERSION.desc())
                .limit(most)
                .fetch(VersionTable::row);
    }

    public static Optional<LessonVersion> find(DSLContext sql, String lesson, long version) {
        return sql.select(COLUMNS)
                .from(KEPT)
                .where(LESSON.eq(lesson), VERSION.eq(version))
                .fetchOptional(VersionTable::row);
    }

    /** Tells whether somebody wrote one of the versions after this one. */
    public static boolean wrote(DSLContext sql, String lesson, long after, String who) {
        return sql.fetchExists(
                sql.selectOne().from(KEPT).where(LESSON.eq(lesson), VERSION.gt(after), BY.eq(who)));
    }

    private static LessonVersion row(Record row) {
        return new LessonVersion(
                row.get(VERSION),
                LessonFacts.read(row.get(FACTS)),
                EnumNames.parse(LessonState.class, row.get(STATE)),
                row.get(BY_NAME),
                row.get(AT));
    }
}
