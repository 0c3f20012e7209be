package org.tieline.change.internal.model;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.place;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.ModelDraft;
import org.tieline.api.change.ModelState;
import org.tieline.api.change.StepPlan;
import org.tieline.api.record.Who;
import org.tieline.change.internal.record.ChangeTable;
import org.tieline.change.internal.record.PartTable;
import org.tieline.change.internal.record.PlanSteps;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.UniqueKey;
import org.tieline.store.Columns;

/** The models' rows. */
public final class ModelTable {
    static final Table<Record> MODEL = table(ChangeTable.SCHEMA, "change_model");
    static final Field<String> ID = text(MODEL, "id");
    static final Field<String> CENTER = text(MODEL, "center");
    static final Field<String> NAME_KEY = text(MODEL, "name_key");
    static final Field<String> STATE = text(MODEL, "state");
    private static final Field<String> NAME = text(MODEL, "name");
    private static final Field<Integer> EDITION = place(MODEL, "edition");
    private static final Field<String> FROM = text(MODEL, "from_change");
    private static final Field<String> WHEN = text(MODEL, "use_when");
    private static final Field<String> WHY = text(MODEL, "why");
    private static final Field<String> WHAT = text(MODEL, "what");
    private static final Field<Long> LASTS = number(MODEL, "lasts");
    private static final Field<String> TEST_PLAN = text(MODEL, "test_plan");
    private static final Field<String> BACK_OUT_PLAN = text(MODEL, "back_out_plan");
    private static final Field<Long> DECIDE_AFTER = number(MODEL, "decide_after");
    private static final Field<String> CALLS_MEANWHILE = text(MODEL, "calls_meanwhile");
    private static final Field<String> TELL = text(MODEL, "tell");
    private static final Field<String> AUTHOR = text(MODEL, "author");
    private static final Field<String> AUTHOR_NAME = text(MODEL, "author_name");
    private static final Field<String> APPROVER = text(MODEL, "approver");
    private static final Field<String> APPROVER_NAME = text(MODEL, "approver_name");
    private static final Field<Long> VERSION = number(MODEL, "version");
    private static final Field<Instant> CREATED = time(MODEL, "created");
    private static final Field<Instant> UPDATED = time(MODEL, "updated");
    private static final List<Field<?>> COLUMNS =
            List.of(
                    ID,
                    CENTER,
                    NAME,
                    STATE,
                    EDITION,
                    FROM,
                    WHEN,
                    WHY,
                    WHAT,
                    LASTS,
                    TEST_PLAN,
                    BACK_OUT_PLAN,
                    DECIDE_AFTER,
                    CALLS_MEANWHILE,
                    TELL,
                    AUTHOR,
                    AUTHOR_NAME,
                    APPROVER,
                    APPROVER_NAME,
                    VERSION,
                    CREATED,
                    UPDATED);

    private static final Table<Record> ASSET = table(ChangeTable.SCHEMA, "change_model_asset");
    private static final Field<String> ASSET_MODEL = text(ASSET, "model");
    private static final Field<String> ASSET_ID = text(ASSET, "asset");
    private static final PartTable<StepPlan> STEPS = new PlanSteps("change_model_step", "model");

    private ModelTable() {}

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    public static Optional<ChangeModel> find(DSLContext sql, String id) {
        return models(sql, sql.select(COLUMNS).from(MODEL).where(ID.eq(id)).fetch()).stream()
                .findFirst();
    }

    /** Finds a model and keeps others from changing it until the transaction ends. */
    static Optional<ChangeModel> lock(DSLContext sql, String id) {
        Columns.lock(sql, MODEL, VERSION, ID.eq(id));
        return find(sql, id);
    }

    /** Returns models by name. */
    static List<ChangeModel> list(DSLContext sql, Condition wanted, List<String> after, int most) {
        return models(
                sql,
                sql.select(COLUMNS)
                        .from(MODEL)
                        .where(wanted)
                        // makes Derby read the index instead of sorting all
                        .and(NAME_KEY.ge(after.get(0)))
                        .and(DSL.row(NAME_KEY, ID).gt(after.get(0), after.get(1)))
                        .orderBy(NAME_KEY, ID)
                        .limit(most)
                        .fetch());
    }

    private static List<ChangeModel> models(DSLContext sql, List<? extends Record> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> ids = rows.stream().map(row -> row.get(ID)).toList();
        Map<String, List<StepPlan>> steps = STEPS.of(sql, ids);
        Map<String, Set<String>> assets =
                sql
                        .select(ASSET_MODEL, ASSET_ID)
                        .from(ASSET)
                        .where(ASSET_MODEL.in(ids))
                        .fetch()
                        .stream()
                        .collect(
                                groupingBy(
                                        row -> row.get(ASSET_MODEL),
                                        mapping(row -> row.get(ASSET_ID), toSet())));
        return rows.stream()
                .map(
                        row ->
                                model(
                                        row,
                                        assets.getOrDefault(row.get(ID), Set.of()),
                                        steps.getOrDefault(row.get(ID), List.of())))
                .toList();
    }

    static void write(DSLContext sql, Optional<ChangeModel> before, ChangeModel after) {
        UniqueKey.orConflict(
                "The center has a change model named \"" + after.facts().name() + "\" already.",
                () -> {
                    if (before.isPresent()) {
                        sql.update(MODEL).set(values(after)).where(ID.eq(after.id())).execute();
                    } else {
                        sql.insertInto(MODEL).set(values(after)).execute();
                    }
                });
        List<StepPlan> steps = before.map(model -> model.facts().steps()).orElse(List.of());
        STEPS.replace(sql, after.id(), steps, after.facts().steps());
        Set<String> assets = before.map(model -> model.facts().assets()).orElse(Set.of());
        if (!assets.equals(after.facts().assets())) {
            sql.deleteFrom(ASSET).where(ASSET_MODEL.eq(after.id())).execute();
            after.facts()
                    .assets()
                    .forEach(
                            asset ->
                                    sql.insertInto(ASSET)
                                            .set(ASSET_MODEL, after.id())
                                            .set(ASSET_ID, asset)
                                            .execute());
        }
    }

    private static Map<Field<?>, Object> values(ChangeModel model) {
        ModelDraft facts = model.facts();
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(ID, model.id());
        values.put(CENTER, model.center());
        values.put(NAME, facts.name());
        values.put(NAME_KEY, key(facts.name()));
        values.put(STATE, EnumNames.of(model.state()));
        values.put(EDITION, model.edition());
        values.put(FROM, model.from().orElse(null));
        values.put(WHEN, facts.when().orElse(null));
        values.put(WHY, facts.why().orElse(null));
        values.put(WHAT, facts.what().orElse(null));
        values.put(LASTS, facts.lasts().toMinutes());
        values.put(TEST_PLAN, facts.testPlan().orElse(null));
        values.put(BACK_OUT_PLAN, facts.backOutPlan().orElse(null));
        values.put(DECIDE_AFTER, PartTable.minutes(facts.decideAfter()));
        values.put(CALLS_MEANWHILE, facts.callsMeanwhile().orElse(null));
        values.put(TELL, facts.tell().orElse(null));
        values.put(AUTHOR, model.author().id());
        values.put(AUTHOR_NAME, model.author().name());
        values.put(APPROVER, PartTable.id(model.approver()));
        values.put(APPROVER_NAME, PartTable.name(model.approver()));
        values.put(VERSION, model.version());
        values.put(CREATED, model.created());
        values.put(UPDATED, model.updated());
        return values;
    }

    private static ChangeModel model(Record row, Set<String> assets, List<StepPlan> steps) {
        return new ChangeModel(
                row.get(ID),
                row.get(CENTER),
                new ModelDraft(
                        row.get(NAME),
                        Optional.ofNullable(row.get(WHEN)),
                        Optional.ofNullable(row.get(WHY)),
                        Optional.ofNullable(row.get(WHAT)),
                        assets,
                        Duration.ofMinutes(row.get(LASTS)),
                        Optional.ofNullable(row.get(TEST_PLAN)),
                        Optional.ofNullable(row.get(BACK_OUT_PLAN)),
                        PartTable.duration(row.get(DECIDE_AFTER)),
                        Optional.ofNullable(row.get(CALLS_MEANWHILE)),
                        Optional.ofNullable(row.get(TELL)),
                        steps),
                EnumNames.parse(ModelState.class, row.get(STATE)),
                row.get(EDITION),
                Optional.ofNullable(row.get(FROM)),
                new Who(row.get(AUTHOR), row.get(AUTHOR_NAME)),
                PartTable.who(row, APPROVER, APPROVER_NAME),
                row.get(VERSION),
                row.get(CREATED),
                row.get(UPDATED));
    }
}
