package org.tieline.assets.internal;

import static org.tieline.store.Columns.place;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.Support;
import org.tieline.core.record.Chunks;

/** The rows of what depends on what. */
final class SupportTable {
    static final Table<Record> SUPPORT = table(AssetTable.SCHEMA, "asset_support");
    static final Field<String> ASSET = text(SUPPORT, "asset");
    static final Field<String> SUPPORTER = text(SUPPORT, "supporter");
    private static final Field<Integer> PLACE = place(SUPPORT, "place");
    private static final Field<Integer> CHOICE = place(SUPPORT, "choice");

    private SupportTable() {}

    /**
     * One row: at this place an asset depends on this supporter, or on another of the same place.
     */
    record Edge(String asset, int place, String supporter) {}

    static void delete(DSLContext sql, Asset asset) {
        sql.deleteFrom(SUPPORT).where(ASSET.eq(asset.id())).execute();
    }

    static void insert(DSLContext sql, Collection<Asset> assets) {
        BatchBindStep rows =
                sql.batch(
                        sql.insertInto(SUPPORT, ASSET, PLACE, CHOICE, SUPPORTER)
                                .values((String) null, null, null, null));
        for (Asset asset : assets) {
            List<Support> supports = asset.facts().restsOn();
            for (int place = 0; place < supports.size(); place++) {
                List<String> choices = supports.get(place).anyOf();
                for (int choice = 0; choice < choices.size(); choice++) {
                    rows.bind(asset.id(), place, choice, choices.get(choice));
                }
            }
        }
        if (rows.size() > 0) {
            rows.execute();
        }
    }

    static Map<String, List<Support>> of(DSLContext sql, Collection<String> assets) {
        Map<String, TreeMap<Integer, List<String>>> places = new HashMap<>();
        for (Edge edge : edges(sql, ASSET, assets, DSL.noCondition())) {
            places.computeIfAbsent(edge.asset(), any -> new TreeMap<>())
                    .computeIfAbsent(edge.place(), any -> new ArrayList<>())
                    .add(edge.supporter());
        }
        Map<String, List<Support>> supports = new HashMap<>();
        places.forEach(
                (asset, held) ->
                        supports.put(asset, held.values().stream().map(Support::new).toList()));
        return supports;
    }

    /** Returns the rows in which {@code end} is one of the ids, in the order of the record. */
    static List<Edge> edges(
            DSLContext sql, Field<String> end, Collection<String> ids, Condition narrowed) {
        List<Edge> edges = new ArrayList<>();
        for (List<String> some : Chunks.of(ids)) {
            edges.addAll(
                    sql.select(ASSET, PLACE, CHOICE, SUPPORTER)
                            .from(SUPPORT)
                            .where(end.in(some), narrowed)
                            .orderBy(ASSET, PLACE, CHOICE)
                            .fetch(SupportTable::edge));
        }
        return edges;
    }

    /** Returns the rows of all assets on the map of a center. */
    static List<Edge> of(DSLContext sql, String center) {
        return sql.select(ASSET, PLACE, CHOICE, SUPPORTER)
                .from(SUPPORT)
                .where(Placement.on(center, ASSET))
                .fetch(SupportTable::edge);
    }

    private static Edge edge(Record row) {
        return new Edge(row.get(ASSET), row.get(PLACE), row.get(SUPPORTER));
    }
}
