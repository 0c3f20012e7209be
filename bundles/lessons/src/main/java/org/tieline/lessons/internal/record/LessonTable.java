package org.tieline.lessons.internal.record;

import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.record.Who;
import org.tieline.core.record.EnumNames;
import org.tieline.lessons.internal.record.StoredLesson.Origin;
import org.tieline.store.Columns;

/** The lessons' rows, and who sees them. */
public final class LessonTable {
    public static final String SCHEMA = "lessons";

    static final Table<Record> LESSON = table(SCHEMA, "lesson");
    static final Field<String> ID = text(LESSON, "id");
    static final Field<String> CENTER = text(LESSON, "center");
    static final Field<String> STATE = text(LESSON, "state");
    static final Field<String> TITLE = text(LESSON, "title");
    static final Field<String> CATEGORY = text(LESSON, "category");
    static final Field<String> SEVERITY = text(LESSON, "severity");
    static final Field<String> PUBLISHED_TITLE = text(LESSON, "published_title");
    static final Field<String> PUBLISHED_CATEGORY = text(LESSON, "published_category");
    static final Field<String> PUBLISHED_SEVERITY = text(LESSON, "published_severity");
    static final Field<Instant> PUBLISHED_AT = time(LESSON, "published_at");
    static final Field<String> PACK = text(LESSON, "pack");
    static final Field<String> PACK_KEY = text(LESSON, "pack_key");
    static final Field<String> IMPORT = text(LESSON, "import_run");
    static final Field<String> IMPORT_KEY = text(LESSON, "import_key");
    static final Field<Long> VERSION = number(LESSON, "version");
    static final Field<Instant> UPDATED = time(LESSON, "updated");
    private static final Field<String> FACTS = text(LESSON, "facts");
    private static final Field<String> PUBLISHED = text(LESSON, "published");
    private static final Field<Long> PUBLISHED_VERSION = number(LESSON, "published_version");
    private static final Field<String> AUTHOR = text(LESSON, "author");
    private static final Field<String> AUTHOR_NAME = text(LESSON, "author_name");
    private static final Field<String> CHANGED_BY = text(LESSON, "changed_by");
    private static final Field<String> CHANGED_BY_NAME = text(LESSON, "changed_by_name");
    private static final Field<String> REVIEWER_NAME = text(LESSON, "reviewer_name");
    private static final Field<Instant> CREATED = time(LESSON, "created");
    private static final List<Field<?>> COLUMNS =
            List.of(
                    ID,
                    CENTER,
                    STATE,
                    FACTS,
                    PUBLISHED,
                    PUBLISHED_VERSION,
                    PUBLISHED_AT,
                    AUTHOR,
                    AUTHOR_NAME,
                    CHANGED_BY,
                    CHANGED_BY_NAME,
                    REVIEWER_NAME,
                    PACK,
                    PACK_KEY,
                    IMPORT,
                    IMPORT_KEY,
                    VERSION,
                    CREATED,
                    UPDATED);

    static final Table<Record> SEEN = table(SCHEMA, "lesson_seen");
    static final Field<String> SEEN_CENTER = text(SEEN, "center");
    static final Field<Instant> SEEN_UPDATED = time(SEEN, "updated");
    static final Field<String> SEEN_LESSON = text(SEEN, "lesson");

    private LessonTable() {}

    public static Optional<StoredLesson> find(DSLContext sql, String id) {
        return sql.select(COLUMNS).from(LESSON).where(ID.eq(id)).fetchOptional(LessonTable::row);
    }

    /** Finds a lesson and keeps others from changing it until the transaction ends. */
    public static Optional<StoredLesson> lock(DSLContext sql, String id) {
        Columns.lock(sql, LESSON, VERSION, ID.eq(id));
        return find(sql, id);
    }

    /** Returns the lessons of a pack, retired ones included. */
    public static List<StoredLesson> ofPack(DSLContext sql, String pack) {
        return sql.select(COLUMNS)
                .from(LESSON)
                .where(PACK.eq(pack))
                .orderBy(PACK_KEY)
                .fetch(LessonTable::row);
    }

    /** Returns those of the lessons that there are, in no order. */
    public static List<StoredLesson> some(DSLContext sql, Collection<String> ids) {
        return sql.select(COLUMNS).from(LESSON).where(ID.in(ids)).fetch(LessonTable::row);
    }

    /** Returns lessons in the order of their ids. */
    static List<StoredLesson> after(DSLContext sql, String id, int most) {
        return sql.select(COLUMNS)
                .from(LESSON)
                .where(ID.gt(id))
                .orderBy(ID)
                .limit(most)
                .fetch(LessonTable::row);
    }

    /** Returns lessons of an import in the order of their ids. */
    public static List<StoredLesson> ofImport(DSLContext sql, String run, String after, int most) {
        return sql.select(COLUMNS)
                .from(LESSON)
                .where(IMPORT.eq(run), ID.gt(after))
                .orderBy(ID)
                .limit(most)
                .fetch(LessonTable::row);
    }

    /**
     * Returns which rows of imports the center has already. The center is looked at here: asked for
     * it, Derby would read all of its lessons and not the keys' places.
     */
    public static Set<String> knownKeys(DSLContext sql, String center, Collection<String> keys) {
        return sql.select(IMPORT_KEY, CENTER).from(LESSON).where(IMPORT_KEY.in(keys)).stream()
                .filter(row -> row.get(CENTER).equals(center))
                .map(row -> row.get(IMPORT_KEY))
                .collect(Collectors.toSet());
    }

    private static StoredLesson row(Record row) {
        return new StoredLesson(
                row.get(ID),
                row.get(CENTER),
                EnumNames.parse(LessonState.class, row.get(STATE)),
                LessonFacts.read(row.get(FACTS)),
                Optional.ofNullable(row.get(PUBLISHED)).map(LessonFacts::read),
                Optional.ofNullable(row.get(PUBLISHED_VERSION)),
                Optional.ofNullable(row.get(PUBLISHED_AT)),
                new Who(row.get(AUTHOR), row.get(AUTHOR_NAME)),
                new Who(row.get(CHANGED_BY), row.get(CHANGED_BY_NAME)),
                Optional.ofNullable(row.get(REVIEWER_NAME)),
                origin(row.get(PACK), row.get(PACK_KEY)),
                origin(row.get(IMPORT), row.get(IMPORT_KEY)),
                row.get(VERSION),
                row.get(CREATED),
                row.get(UPDATED));
    }

    private static Optional<Origin> origin(String source, String key) {
        return Optional.ofNullable(source).map(from -> new Origin(from, key));
    }

    /** Writes new lessons, many in one go. */
    public static void insert(DSLContext sql, Collection<StoredLesson> lessons) {
        List<Map<Field<?>, Object>> rows = lessons.stream().map(LessonTable::values).toList();
        insert(sql, LESSON, rows);
        insert(sql, SEEN, lessons.stream().flatMap(LessonTable::seen).toList());
        insert(sql, DueTable.DUE, lessons.stream().flatMap(DueTable::rows).toList());
    }

    private static void insert(
            DSLContext sql, Table<Record> table, List<Map<Field<?>, Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Collection<Field<?>> columns = rows.get(0).keySet();
        BatchBindStep batch =
                sql.batch(
                        sql.insertInto(table).columns(columns).values(new Object[columns.size()]));
        rows.forEach(row -> batch.bind(columns.stream().map(row::get).toArray()));
        batch.execute();
    }

    private static Map<Field<?>, Object> values(StoredLesson lesson) {
        Map<Field<?>, Object> values = changing(lesson);
        values.put(ID, lesson.id());
        values.put(CENTER, lesson.center());
        values.put(AUTHOR, lesson.author().id());
        values.put(AUTHOR_NAME, lesson.author().name());
        values.put(PACK, lesson.pack().map(Origin::source).orElse(null));
        values.put(PACK_KEY, lesson.pack().map(Origin::key).orElse(null));
        values.put(IMPORT, lesson.imported().map(Origin::source).orElse(null));
        values.put(IMPORT_KEY, lesson.imported().map(Origin::key).orElse(null));
        values.put(CREATED, lesson.created());
        return values;
    }

    public static void update(DSLContext sql, StoredLesson lesson) {
        sql.update(LESSON).set(changing(lesson)).where(ID.eq(lesson.id())).execute();
        sql.deleteFrom(SEEN).where(SEEN_LESSON.eq(lesson.id())).execute();
        insert(sql, SEEN, seen(lesson).toList());
        DueTable.put(sql, lesson);
    }

    /** Updates a lesson, which answers what readers said against it. */
    public static void settle(DSLContext sql, StoredLesson lesson) {
        FeedbackTable.settle(sql, lesson.id(), lesson.updated());
        if (lesson.shown().isEmpty()) {
            StandingTable.demote(sql, lesson.id());
        }
        update(sql, lesson);
        if (StandingTable.of(sql, List.of(lesson.id())).containsKey(lesson.id())) {
            StandingTable.count(sql, lesson.id());
        }
    }

    private static Map<Field<?>, Object> changing(StoredLesson lesson) {
        Optional<LessonDraft> shown = lesson.shown();
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        values.put(STATE, EnumNames.of(lesson.state()));
        values.put(TITLE, lesson.facts().title());
        values.put(CATEGORY, EnumNames.of(lesson.facts().about().category()));
        values.put(SEVERITY, EnumNames.of(lesson.facts().about().severity()));
        values.put(FACTS, LessonFacts.write(lesson.facts()));
        values.put(PUBLISHED, lesson.published().map(LessonFacts::write).orElse(null));
        values.put(PUBLISHED_TITLE, shown.map(LessonDraft::title).orElse(null));
        values.put(
                PUBLISHED_CATEGORY,
                shown.map(facts -> EnumNames.of(facts.about().category())).orElse(null));
        values.put(
                PUBLISHED_SEVERITY,
                shown.map(facts -> EnumNames.of(facts.about().severity())).orElse(null));
        values.put(PUBLISHED_VERSION, lesson.publishedVersion().orElse(null));
        values.put(PUBLISHED_AT, lesson.publishedAt().orElse(null));
        values.put(CHANGED_BY, lesson.changedBy().id());
        values.put(CHANGED_BY_NAME, lesson.changedBy().name());
        values.put(REVIEWER_NAME, lesson.reviewer().orElse(null));
        values.put(VERSION, lesson.version());
        values.put(UPDATED, lesson.updated());
        return values;
    }

    private static Stream<Map<Field<?>, Object>> seen(StoredLesson lesson) {
        return lesson.others().stream()
                .map(
                        center ->
                                Map.of(
                                        SEEN_CENTER,
                                        center,
                                        SEEN_UPDATED,
                                        lesson.publishedAt().orElseThrow(),
                                        SEEN_LESSON,
                                        lesson.id()));
    }

    /** Deletes lessons that have no earlier version and no note. */
    public static void delete(DSLContext sql, Collection<String> ids) {
        DecisionTable.delete(sql, ids);
        DueTable.delete(sql, ids);
        sql.deleteFrom(SEEN).where(SEEN_LESSON.in(ids)).execute();
        sql.deleteFrom(LESSON).where(ID.in(ids)).execute();
    }
}
