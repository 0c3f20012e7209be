package org.tieline.assets.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.tieline.api.access.Reach;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.AssetKind;
import org.tieline.core.record.Chunks;
import org.tieline.core.record.EnumNames;

/** On whose map an asset is: that of its own center and of those that it is shared with. */
final class Placement {
    private static final Table<Record> PLACED = table(AssetTable.SCHEMA, "asset_center");
    private static final Field<String> CENTER = text(PLACED, "center");
    private static final Field<String> NAME_KEY = text(PLACED, "name_key");
    private static final Field<String> ASSET = text(PLACED, "asset");
    private static final Field<String> KIND = text(PLACED, "kind");

    private Placement() {}

    static void insert(DSLContext sql, Asset asset) {
        Set<String> centers = new HashSet<>(asset.facts().sharedWith());
        centers.add(asset.center());
        for (String center : centers) {
            sql.insertInto(PLACED)
                    .set(CENTER, center)
                    .set(NAME_KEY, AssetTable.key(asset.facts().name()))
                    .set(ASSET, asset.id())
                    .set(KIND, EnumNames.of(asset.facts().kind()))
                    .execute();
        }
    }

    static void delete(DSLContext sql, String asset) {
        sql.deleteFrom(PLACED).where(ASSET.eq(asset)).execute();
    }

    /** Holds if the asset is on the map of a center within reach. */
    static Condition seen(Reach reach, Field<String> asset) {
        return reach.everywhere()
                ? DSL.noCondition()
                : DSL.exists(
                        DSL.selectOne()
                                .from(PLACED)
                                .where(ASSET.eq(asset), CENTER.in(reach.centers())));
    }

    /** Returns the ids of assets on the maps of these centers, by name. */
    static List<String> list(
            DSLContext sql,
            Reach reach,
            Optional<AssetKind> kind,
            Condition wanted,
            List<String> after,
            int most) {
        return sql.selectDistinct(NAME_KEY, ASSET)
                .from(PLACED)
                .join(AssetTable.ASSET)
                .on(AssetTable.ID.eq(ASSET))
                .where(CENTER.in(reach.centers()), wanted)
                .and(AssetTable.equal(KIND, kind.map(EnumNames::of)))
                .and(AssetTable.behind(NAME_KEY, ASSET, after))
                .orderBy(NAME_KEY, ASSET)
                .limit(most)
                .fetch(ASSET);
    }

    static Map<String, Set<String>> centers(DSLContext sql, Collection<String> assets) {
        List<Record> rows = new ArrayList<>();
        for (List<String> some : Chunks.of(assets)) {
            rows.addAll(sql.select(ASSET, CENTER).from(PLACED).where(ASSET.in(some)).fetch());
        }
        return rows.stream()
                .collect(
                        groupingBy(
                                row -> row.get(ASSET), mapping(row -> row.get(CENTER), toSet())));
    }

    /** Returns everything on the map of a center. */
    static List<AssetEntry> all(DSLContext sql, String center) {
        return sql.select(
                        AssetTable.ID,
                        AssetTable.CENTER,
                        AssetTable.NAME,
                        AssetTable.KIND,
                        AssetTable.STATE,
                        AssetTable.CRITICALITY)
                .from(PLACED)
                .join(AssetTable.ASSET)
                .on(AssetTable.ID.eq(ASSET))
                .where(CENTER.eq(center))
                .orderBy(NAME_KEY, ASSET)
                .fetch(AssetTable::entry);
    }

    /** Returns those on the map of a center that bear one of these names. */
    static List<AssetEntry> named(DSLContext sql, String center, Collection<String> names) {
        List<AssetEntry> found = new ArrayList<>();
        for (List<String> some : Chunks.of(names)) {
            found.addAll(
                    sql.select(
                                    AssetTable.ID,
                                    AssetTable.CENTER,
                                    AssetTable.NAME,
                                    AssetTable.KIND,
                                    AssetTable.STATE,
                                    AssetTable.CRITICALITY)
                            .from(PLACED)
                            .join(AssetTable.ASSET)
                            .on(AssetTable.ID.eq(ASSET))
                            .where(CENTER.eq(center), NAME_KEY.in(some))
                            .fetch(AssetTable::entry));
        }
        return found;
    }

    /** Narrows a statement down to what depends on something and is on the map of a center. */
    static Condition on(String center, Field<String> asset) {
        return seen(new Reach(false, Set.of(center)), asset);
    }
}
