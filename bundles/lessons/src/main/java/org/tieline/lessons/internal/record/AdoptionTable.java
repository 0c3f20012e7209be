package org.tieline.lessons.internal.record;

import static org.tieline.lessons.internal.record.LessonTable.LESSON;
import static org.tieline.lessons.internal.record.LessonTable.SCHEMA;
import static org.tieline.lessons.internal.record.LessonTable.SEEN;
import static org.tieline.lessons.internal.record.LessonTable.SEEN_CENTER;
import static org.tieline.lessons.internal.record.LessonTable.SEEN_LESSON;
import static org.tieline.lessons.internal.record.LessonTable.SEEN_UPDATED;
import static org.tieline.store.Columns.flag;
import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.lessons.Adoption;
import org.tieline.api.lessons.AdoptionDraft;
import org.tieline.api.lessons.AdoptionEntry;
import org.tieline.api.lessons.AdoptionStage;
import org.tieline.api.lessons.Effect;
import org.tieline.api.lessons.Standing;
import org.tieline.api.lessons.Uptake;
import org.tieline.core.record.EnumNames;

/** What centers decided on the lessons of others. */
public final class AdoptionTable {
    private static final Table<Record> ADOPTION = table(SCHEMA, "lesson_adoption");
    private static final Field<String> OF = text(ADOPTION, "lesson");
    private static final Field<String> BY_CENTER = text(ADOPTION, "center");
    private static final Field<String> STAGE = text(ADOPTION, "stage");
    private static final Field<String> UPTAKE = text(ADOPTION, "uptake");
    private static final Field<String> NOTE = text(ADOPTION, "note");
    private static final Field<String> EFFECT = text(ADOPTION, "effect");
    private static final Field<String> EFFECT_NOTE = text(ADOPTION, "effect_note");
    private static final Field<Boolean> NAMED = flag(ADOPTION, "named");
    private static final Field<String> BY = text(ADOPTION, "decided_by");
    private static final Field<Long> VERSION = number(ADOPTION, "version");
    private static final Field<Instant> DECIDED = time(ADOPTION, "updated");
    private static final List<Field<?>> COLUMNS =
            List.of(OF, BY_CENTER, UPTAKE, NOTE, EFFECT, EFFECT_NOTE, NAMED, BY, VERSION, DECIDED);
    private static final int NAMED_SHOWN = 20;

    private AdoptionTable() {}

    public static Optional<Adoption> find(DSLContext sql, String lesson, String center) {
        return sql.select(COLUMNS)
                .from(ADOPTION)
                .where(OF.eq(lesson), BY_CENTER.eq(center))
                .fetchOptional(AdoptionTable::row);
    }

    /** Returns what centers within reach decided, by center. */
    public static List<Adoption> of(
            DSLContext sql, Reach reach, String lesson, String after, int most) {
        return sql.select(COLUMNS)
                .from(ADOPTION)
                .where(OF.eq(lesson), BY_CENTER.gt(after))
                .and(reach.everywhere() ? DSL.noCondition() : BY_CENTER.in(reach.centers()))
                .orderBy(BY_CENTER)
                .limit(most)
                .fetch(AdoptionTable::row);
    }

    /** Returns the centers that let others know that they use a lesson. */
    public static List<Standing.Use> named(DSLContext sql, String lesson) {
        return sql.select(BY_CENTER, UPTAKE, EFFECT)
                .from(ADOPTION)
                .where(OF.eq(lesson), NAMED.isTrue(), UPTAKE.ne(EnumNames.of(Uptake.REJECTED)))
                .orderBy(BY_CENTER)
                .limit(NAMED_SHOWN)
                .fetch(row -> new Standing.Use(row.get(BY_CENTER), uptake(row), effect(row)));
    }

    static int adopted(DSLContext sql, String lesson) {
        return sql.fetchCount(
                ADOPTION, OF.eq(lesson).and(UPTAKE.ne(EnumNames.of(Uptake.REJECTED))));
    }

    static int better(DSLContext sql, String lesson) {
        return sql.fetchCount(ADOPTION, OF.eq(lesson).and(EFFECT.eq(EnumNames.of(Effect.BETTER))));
    }

    public static void put(DSLContext sql, Adoption adoption) {
        Map<Field<?>, Object> values = new HashMap<>();
        AdoptionDraft facts = adoption.facts();
        values.put(STAGE, EnumNames.of(stage(facts)));
        values.put(UPTAKE, EnumNames.of(facts.uptake()));
        values.put(NOTE, facts.note());
        values.put(EFFECT, facts.effect().map(EnumNames::of).orElse(null));
        values.put(EFFECT_NOTE, facts.effectNote());
        values.put(NAMED, facts.named());
        values.put(BY, adoption.by());
        values.put(VERSION, adoption.version());
        values.put(DECIDED, adoption.updated());
        if (adoption.version() == 1) {
            values.put(OF, adoption.lesson());
            values.put(BY_CENTER, adoption.center());
            sql.insertInto(ADOPTION).set(values).execute();
        } else {
            sql.update(ADOPTION)
                    .set(values)
                    .where(OF.eq(adoption.lesson()), BY_CENTER.eq(adoption.center()))
                    .execute();
        }
    }

    private static AdoptionStage stage(AdoptionDraft facts) {
        if (facts.uptake() == Uptake.REJECTED) {
            return AdoptionStage.REJECTED;
        }
        return facts.effect().isPresent() ? AdoptionStage.DONE : AdoptionStage.IN_PROGRESS;
    }

    /** Returns the lessons of others that a center sees and has not decided on. */
    public static List<AdoptionEntry> undecided(
            DSLContext sql, String center, Instant before, String beforeId, int most) {
        Condition decided =
                DSL.exists(
                        DSL.selectOne()
                                .from(ADOPTION)
                                .where(OF.eq(SEEN_LESSON), BY_CENTER.eq(center)));
        List<AdoptionEntry> found = new ArrayList<>();
        for (String seenBy : List.of(center, Caller.EVERYWHERE)) {
            found.addAll(
                    sql.select(LessonList.SEEN_BY_OTHERS)
                            .select(StandingTable.BEST)
                            .from(SEEN)
                            .join(LESSON)
                            .on(LessonTable.ID.eq(SEEN_LESSON))
                            .leftJoin(StandingTable.STANDING)
                            .on(StandingTable.LESSON.eq(SEEN_LESSON))
                            .where(
                                    SEEN_CENTER.eq(seenBy),
                                    LessonTable.CENTER.ne(center),
                                    LessonList.behind(SEEN_UPDATED, SEEN_LESSON, before, beforeId))
                            .andNot(decided)
                            .orderBy(SEEN_UPDATED.desc(), SEEN_LESSON.desc())
                            .limit(most)
                            .fetch(row -> entry(row, Optional.empty())));
        }
        return found.stream()
                .sorted(
                        Comparator.comparing((AdoptionEntry one) -> one.lesson().updated())
                                .thenComparing(one -> one.lesson().id())
                                .reversed())
                .limit(most)
                .toList();
    }

    /** Returns the lessons that a center decided on and still sees. */
    public static List<AdoptionEntry> decided(
            DSLContext sql,
            String center,
            AdoptionStage stage,
            Instant before,
            String beforeId,
            int most) {
        return sql.select(
                        Stream.of(LessonList.SEEN_BY_OTHERS, COLUMNS)
                                .flatMap(List::stream)
                                .toList())
                .select(StandingTable.BEST)
                .from(ADOPTION)
                .join(LESSON)
                .on(LessonTable.ID.eq(OF))
                .join(SEEN)
                .on(SEEN_LESSON.eq(OF), SEEN_CENTER.in(center, Caller.EVERYWHERE))
                .leftJoin(StandingTable.STANDING)
                .on(StandingTable.LESSON.eq(OF))
                .where(
                        BY_CENTER.eq(center),
                        STAGE.eq(EnumNames.of(stage)),
                        LessonList.behind(DECIDED, OF, before, beforeId))
                .orderBy(DECIDED.desc(), OF.desc())
                .limit(most)
                .fetch(row -> entry(row, Optional.of(row(row))));
    }

    private static AdoptionEntry entry(Record row, Optional<Adoption> adoption) {
        return new AdoptionEntry(
                LessonList.seen(row), adoption, row.get(StandingTable.BEST) != null);
    }

    private static Adoption row(Record row) {
        return new Adoption(
                row.get(OF),
                row.get(BY_CENTER),
                new AdoptionDraft(
                        uptake(row),
                        row.get(NOTE),
                        effect(row),
                        row.get(EFFECT_NOTE),
                        row.get(NAMED)),
                row.get(BY),
                row.get(VERSION),
                row.get(DECIDED));
    }

    private static Uptake uptake(Record row) {
        return EnumNames.parse(Uptake.class, row.get(UPTAKE));
    }

    private static Optional<Effect> effect(Record row) {
        return Optional.ofNullable(row.get(EFFECT))
                .map(name -> EnumNames.parse(Effect.class, name));
    }
}
