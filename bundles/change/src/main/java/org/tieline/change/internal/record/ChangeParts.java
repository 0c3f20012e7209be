package org.tieline.change.internal.record;

import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStep4;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.change.Authority;
import org.tieline.api.change.Change;
import org.tieline.api.change.KnownConflict;
import org.tieline.api.change.Risk;
import org.tieline.api.change.RiskFinding;
import org.tieline.api.change.Step;
import org.tieline.api.change.TestCall;
import org.tieline.api.change.Vote;
import org.tieline.api.change.Window;

/** What a change has several of. */
public record ChangeParts(
        Set<String> assets,
        List<Step> steps,
        Risk risk,
        List<Authority> authorities,
        List<Vote> votes,
        List<KnownConflict> conflicts,
        List<TestCall> testCalls) {
    /** The assets that a change touches, with its window, so that both are found by one index. */
    public static final Table<Record> ASSET = table(ChangeTable.SCHEMA, "change_asset");

    public static final Field<String> ASSET_CHANGE = text(ASSET, "change_id");
    public static final Field<String> ASSET_ID = text(ASSET, "asset");
    public static final Field<Instant> ASSET_START = time(ASSET, "window_start");
    public static final Field<Instant> ASSET_END = time(ASSET, "window_end");

    static ChangeParts of(DSLContext sql, String id) {
        return new ChangeParts(
                sql.select(ASSET_ID).from(ASSET).where(ASSET_CHANGE.eq(id)).fetchSet(ASSET_ID),
                RunTables.STEPS.of(sql, id),
                new Risk(RiskTables.FINDINGS.of(sql, id)),
                ApprovalTables.AUTHORITIES.of(sql, id),
                ApprovalTables.VOTES.of(sql, id),
                RiskTables.CONFLICTS.of(sql, id),
                RunTables.TEST_CALLS.of(sql, id));
    }

    /** Returns the parts of several changes by their ids. */
    static Map<String, ChangeParts> of(DSLContext sql, Collection<String> ids) {
        Map<String, Set<String>> assets =
                sql
                        .select(ASSET_CHANGE, ASSET_ID)
                        .from(ASSET)
                        .where(ASSET_CHANGE.in(ids))
                        .fetchGroups(ASSET_CHANGE, ASSET_ID)
                        .entrySet()
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, all -> Set.copyOf(all.getValue())));
        Map<String, List<Step>> steps = RunTables.STEPS.of(sql, ids);
        Map<String, List<RiskFinding>> risk = RiskTables.FINDINGS.of(sql, ids);
        Map<String, List<Authority>> authorities = ApprovalTables.AUTHORITIES.of(sql, ids);
        Map<String, List<Vote>> votes = ApprovalTables.VOTES.of(sql, ids);
        Map<String, List<KnownConflict>> conflicts = RiskTables.CONFLICTS.of(sql, ids);
        Map<String, List<TestCall>> calls = RunTables.TEST_CALLS.of(sql, ids);
        return ids.stream()
                .distinct()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                id ->
                                        new ChangeParts(
                                                assets.getOrDefault(id, Set.of()),
                                                steps.getOrDefault(id, List.of()),
                                                new Risk(risk.getOrDefault(id, List.of())),
                                                authorities.getOrDefault(id, List.of()),
                                                votes.getOrDefault(id, List.of()),
                                                conflicts.getOrDefault(id, List.of()),
                                                calls.getOrDefault(id, List.of()))));
    }

    /**
     * Writes what is different.
     *
     * @param before the change as it was; empty for a new one
     */
    static void write(DSLContext sql, Optional<Change> before, Change after) {
        String id = after.id();
        List<Step> steps = before.map(Change::steps).orElse(List.of());
        List<RiskFinding> risk = before.map(Change::risk).map(Risk::findings).orElse(List.of());
        List<Authority> authorities = before.map(b -> b.approval().authorities()).orElse(List.of());
        List<Vote> votes = before.map(b -> b.approval().votes()).orElse(List.of());
        List<KnownConflict> conflicts = before.map(Change::conflicts).orElse(List.of());
        List<TestCall> calls = before.map(Change::testCalls).orElse(List.of());
        writeAssets(sql, before, after);
        RunTables.STEPS.replace(sql, id, steps, after.steps());
        RiskTables.FINDINGS.replace(sql, id, risk, after.risk().findings());
        ApprovalTables.AUTHORITIES.replace(sql, id, authorities, after.approval().authorities());
        ApprovalTables.VOTES.replace(sql, id, votes, after.approval().votes());
        RiskTables.CONFLICTS.replace(sql, id, conflicts, after.conflicts());
        RunTables.TEST_CALLS.replace(sql, id, calls, after.testCalls());
    }

    private static void writeAssets(DSLContext sql, Optional<Change> before, Change after) {
        Optional<Window> window = after.facts().window();
        Set<String> assets = after.facts().assets();
        boolean same =
                before.filter(was -> was.facts().assets().equals(assets))
                        .filter(was -> was.facts().window().equals(window))
                        .isPresent();
        if (same) {
            return;
        }
        if (before.isPresent()) {
            sql.deleteFrom(ASSET).where(ASSET_CHANGE.eq(after.id())).execute();
        }
        if (!assets.isEmpty()) {
            InsertValuesStep4<Record, String, String, Instant, Instant> insert =
                    sql.insertInto(ASSET, ASSET_CHANGE, ASSET_ID, ASSET_START, ASSET_END);
            assets.forEach(
                    asset ->
                            insert.values(
                                    after.id(),
                                    asset,
                                    window.map(Window::start).orElse(null),
                                    window.map(Window::end).orElse(null)));
            insert.execute();
        }
    }
}
