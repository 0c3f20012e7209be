package org.tieline.change.internal.sharing;

import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.ModelDraft;
import org.tieline.api.change.Shared;
import org.tieline.api.change.StepPlan;
import org.tieline.api.change.Who;
import org.tieline.change.internal.record.PartTable;
import org.tieline.change.internal.record.PlanSteps;
import org.tieline.core.record.Names;
import org.tieline.store.Columns;

/** The rows of what is shared, and of who sees it. */
final class ShareTable {
    static final Table<Record> SHARE = table("changes", "change_share");
    static final Field<String> ID = text(SHARE, "id");
    private static final Field<String> CENTER = text(SHARE, "center");
    private static final Field<String> KIND = text(SHARE, "kind");
    static final Field<String> RECORD = text(SHARE, "record");
    private static final Field<String> NAME = text(SHARE, "name");
    private static final Field<String> WHEN = text(SHARE, "use_when");
    private static final Field<String> WHY = text(SHARE, "why");
    private static final Field<String> WHAT = text(SHARE, "what");
    private static final Field<Long> LASTS = number(SHARE, "lasts");
    private static final Field<String> TEST_PLAN = text(SHARE, "test_plan");
    private static final Field<String> BACK_OUT_PLAN = text(SHARE, "back_out_plan");
    private static final Field<Long> DECIDE_AFTER = number(SHARE, "decide_after");
    private static final Field<String> CALLS_MEANWHILE = text(SHARE, "calls_meanwhile");
    private static final Field<String> TELL = text(SHARE, "tell");
    private static final Field<String> ENDED = text(SHARE, "ended");
    private static final Field<String> LEARNED = text(SHARE, "learned");
    private static final Field<String> BY = text(SHARE, "by_id");
    private static final Field<String> BY_NAME = text(SHARE, "by_name");
    private static final Field<Long> VERSION = number(SHARE, "version");
    private static final Field<Instant> PUBLISHED = time(SHARE, "published");
    private static final Field<Instant> WITHDRAWN = time(SHARE, "withdrawn");

    private static final List<Field<?>> COLUMNS =
            List.of(
                    ID,
                    CENTER,
                    KIND,
                    RECORD,
                    NAME,
                    WHEN,
                    WHY,
                    WHAT,
                    LASTS,
                    TEST_PLAN,
                    BACK_OUT_PLAN,
                    DECIDE_AFTER,
                    CALLS_MEANWHILE,
                    TELL,
                    ENDED,
                    LEARNED,
                    BY,
                    BY_NAME,
                    VERSION,
                    PUBLISHED,
                    WITHDRAWN);

    private static final Table<Record> PLACE = table("changes", "change_share_place");
    private static final Field<String> PLACED = text(PLACE, "share");
    private static final Field<String> PLACE_CENTER = text(PLACE, "center");

    private static final PartTable<StepPlan> STEPS = new PlanSteps("change_share_step", "share");

    private ShareTable() {}

    static Optional<Shared> find(DSLContext sql, Condition wanted) {
        return all(sql, sql.select(COLUMNS).from(SHARE).where(wanted).fetch()).stream().findFirst();
    }

    /** Finds one and keeps others from changing it until the transaction ends. */
    static Optional<Shared> lock(DSLContext sql, String id) {
        Columns.lock(sql, SHARE, VERSION, ID.eq(id));
        return find(sql, ID.eq(id));
    }

    /** Returns what is seen in a center within reach, the latest first. */
    static List<Shared> list(DSLContext sql, Reach reach, Optional<String> before, int most) {
        List<String> ids =
                reach.everywhere()
                        ? sql.select(ID)
                                .from(SHARE)
                                .where(before.map(ID::lt).orElseGet(DSL::noCondition))
                                .orderBy(ID.desc())
                                .limit(most)
                                .fetch(ID)
                        : sql.selectDistinct(PLACED)
                                .from(PLACE)
                                .where(PLACE_CENTER.in(seers(reach)))
                                .and(before.map(PLACED::lt).orElseGet(DSL::noCondition))
                                .orderBy(PLACED.desc())
                                .limit(most)
                                .fetch(PLACED);
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Shared> found =
                all(sql, sql.select(COLUMNS).from(SHARE).where(ID.in(ids)).fetch()).stream()
                        .collect(Collectors.toMap(Shared::id, Function.identity()));
        return ids.stream().map(found::get).toList();
    }

    static Set<String> seers(Reach reach) {
        Set<String> seers = new HashSet<>(reach.centers());
        if (!seers.isEmpty()) {
            seers.add(Caller.EVERYWHERE);
        }
        return seers;
    }

    /** Tells whether it is seen in one of these centers. */
    static boolean seen(DSLContext sql, String id, Set<String> seers) {
        return !seers.isEmpty()
                && sql.fetchExists(
                        sql.selectOne().from(PLACE).where(PLACED.eq(id), PLACE_CENTER.in(seers)));
    }

    static void insert(DSLContext sql, Shared shared) {
        sql.insertInto(SHARE).set(values(shared)).execute();
        STEPS.replace(sql, shared.id(), List.of(), shared.plan().steps());
        place(sql, shared, Set.of());
    }

    /**
     * @param still other centers that go on seeing it
     */
    static void update(DSLContext sql, Shared before, Shared after, Set<String> still) {
        sql.update(SHARE).set(values(after)).where(ID.eq(after.id())).execute();
        STEPS.replace(sql, after.id(), before.plan().steps(), after.plan().steps());
        sql.deleteFrom(PLACE).where(PLACED.eq(after.id())).execute();
        place(sql, after, still);
    }

    private static void place(DSLContext sql, Shared shared, Set<String> still) {
        Set<String> seers = new HashSet<>(still);
        seers.add(shared.center());
        if (shared.withdrawn().isEmpty()) {
            seers.addAll(shared.everybody() ? Set.of(Caller.EVERYWHERE) : shared.centers());
        }
        var insert = sql.insertInto(PLACE, PLACED, PLACE_CENTER);
        seers.forEach(center -> insert.values(shared.id(), center));
        insert.execute();
    }

    private static Map<Field<?>, Object> values(Shared shared) {
        ModelDraft plan = shared.plan();
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(ID, shared.id());
        values.put(CENTER, shared.center());
        values.put(KIND, shared.record().kind());
        values.put(RECORD, shared.record().id());
        values.put(NAME, plan.name());
        values.put(WHEN, plan.when().orElse(null));
        values.put(WHY, plan.why().orElse(null));
        values.put(WHAT, plan.what().orElse(null));
        values.put(LASTS, plan.lasts().toMinutes());
        values.put(TEST_PLAN, plan.testPlan().orElse(null));
        values.put(BACK_OUT_PLAN, plan.backOutPlan().orElse(null));
        values.put(DECIDE_AFTER, plan.decideAfter().map(Duration::toMinutes).orElse(null));
        values.put(CALLS_MEANWHILE, plan.callsMeanwhile().orElse(null));
        values.put(TELL, plan.tell().orElse(null));
        values.put(ENDED, shared.ended().map(Names::of).orElse(null));
        values.put(LEARNED, shared.learned().orElse(null));
        values.put(BY, shared.by().id());
        values.put(BY_NAME, shared.by().name());
        values.put(VERSION, shared.version());
        values.put(PUBLISHED, shared.published());
        values.put(WITHDRAWN, shared.withdrawn().orElse(null));
        return values;
    }

    private static List<Shared> all(DSLContext sql, Collection<? extends Record> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> ids = rows.stream().map(row -> row.get(ID)).toList();
        Map<String, List<StepPlan>> steps = STEPS.of(sql, ids);
        Map<String, List<String>> places =
                sql.select(PLACED, PLACE_CENTER)
                        .from(PLACE)
                        .where(PLACED.in(ids))
                        .fetchGroups(PLACED, PLACE_CENTER);
        return rows.stream()
                .map(
                        row ->
                                shared(
                                        row,
                                        steps.getOrDefault(row.get(ID), List.of()),
                                        places.getOrDefault(row.get(ID), List.of())))
                .toList();
    }

    private static Shared shared(Record row, List<StepPlan> steps, List<String> places) {
        boolean everybody = places.contains(Caller.EVERYWHERE);
        return new Shared(
                row.get(ID),
                row.get(CENTER),
                new RecordRef(row.get(KIND), row.get(RECORD)),
                new ModelDraft(
                        row.get(NAME),
                        Optional.ofNullable(row.get(WHEN)),
                        Optional.ofNullable(row.get(WHY)),
                        Optional.ofNullable(row.get(WHAT)),
                        Set.of(),
                        Duration.ofMinutes(row.get(LASTS)),
                        Optional.ofNullable(row.get(TEST_PLAN)),
                        Optional.ofNullable(row.get(BACK_OUT_PLAN)),
                        Optional.ofNullable(row.get(DECIDE_AFTER)).map(Duration::ofMinutes),
                        Optional.ofNullable(row.get(CALLS_MEANWHILE)),
                        Optional.ofNullable(row.get(TELL)),
                        steps),
                Optional.ofNullable(row.get(ENDED))
                        .map(code -> Names.parse(ClosureCode.class, code)),
                Optional.ofNullable(row.get(LEARNED)),
                everybody,
                places.stream()
                        .filter(center -> !everybody && !center.equals(row.get(CENTER)))
                        .collect(Collectors.toSet()),
                new Who(row.get(BY), row.get(BY_NAME)),
                row.get(VERSION),
                row.get(PUBLISHED),
                Optional.ofNullable(row.get(WITHDRAWN)));
    }
}
