package org.tieline.assets.internal;

import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.tieline.api.access.Reach;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.AssetFilter;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.CallPath;
import org.tieline.api.asset.Criticality;
import org.tieline.api.asset.MaintenanceWindow;
import org.tieline.api.asset.Support;
import org.tieline.core.record.Chunks;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.Search;
import org.tieline.store.Columns;

/** The assets' rows. */
final class AssetTable {
    static final String SCHEMA = "assets";

    static final Table<Record> ASSET = table(SCHEMA, "asset");
    static final Field<String> ID = text(ASSET, "id");
    static final Field<String> CENTER = text(ASSET, "center");
    static final Field<String> NAME = text(ASSET, "name");
    static final Field<String> NAME_KEY = text(ASSET, "name_key");
    static final Field<String> KIND = text(ASSET, "kind");
    static final Field<String> STATE = text(ASSET, "state");
    static final Field<String> CRITICALITY = text(ASSET, "criticality");
    static final Field<String> SUPPLIER = text(ASSET, "supplier");
    static final Field<String> FALLBACK = text(ASSET, "fallback");
    private static final Field<String> SEARCH_TEXT = text(ASSET, "search_text");
    private static final Field<String> OWNER = text(ASSET, "owner_name");
    private static final Field<String> CALL_PATHS = text(ASSET, "call_paths");
    private static final Field<Long> VERSION = number(ASSET, "version");
    private static final Field<Instant> CREATED = time(ASSET, "created");
    private static final Field<Instant> UPDATED = time(ASSET, "updated");
    private static final List<Field<?>> ENTRY = List.of(ID, CENTER, NAME, KIND, STATE, CRITICALITY);
    private static final List<Field<?>> COLUMNS =
            List.of(
                    ID,
                    CENTER,
                    NAME,
                    KIND,
                    STATE,
                    CRITICALITY,
                    OWNER,
                    SUPPLIER,
                    FALLBACK,
                    CALL_PATHS,
                    VERSION,
                    CREATED,
                    UPDATED);

    private AssetTable() {}

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static Optional<Asset> find(DSLContext sql, String id) {
        return read(sql, sql.select(COLUMNS).from(ASSET).where(ID.eq(id)).fetch()).stream()
                .findFirst();
    }

    /** Returns assets by id that follow one. */
    static List<Asset> after(DSLContext sql, String id, int most) {
        return read(
                sql,
                sql.select(COLUMNS).from(ASSET).where(ID.gt(id)).orderBy(ID).limit(most).fetch());
    }

    /** Finds an asset and keeps others from changing it until the transaction ends. */
    static Optional<Asset> lock(DSLContext sql, String id) {
        Columns.lock(sql, ASSET, VERSION, ID.eq(id));
        return find(sql, id);
    }

    static List<Asset> own(DSLContext sql, String center, Collection<String> names) {
        List<Asset> found = new ArrayList<>();
        for (List<String> some : Chunks.of(names)) {
            found.addAll(
                    read(
                            sql,
                            sql.select(COLUMNS)
                                    .from(ASSET)
                                    .where(CENTER.eq(center), NAME_KEY.in(some))
                                    .fetch()));
        }
        return found;
    }

    /**
     * Returns assets by name that are on the map of a center within reach. The first page has a
     * bound too: it makes Derby read the index instead of sorting all.
     */
    static List<Asset> list(
            DSLContext sql, Reach reach, AssetFilter filter, List<String> after, int most) {
        Condition wanted =
                Search.contains(SEARCH_TEXT, filter.text())
                        .and(equal(STATE, filter.state().map(EnumNames::of)))
                        .and(equal(CRITICALITY, filter.criticality().map(EnumNames::of)));
        List<String> ids =
                reach.everywhere()
                        ? sql.select(ID)
                                .from(ASSET)
                                .where(wanted, equal(KIND, filter.kind().map(EnumNames::of)))
                                .and(behind(NAME_KEY, ID, after))
                                .orderBy(NAME_KEY, ID)
                                .limit(most)
                                .fetch(ID)
                        : Placement.list(sql, reach, filter.kind(), wanted, after, most);
        return inOrder(
                ids,
                read(sql, sql.select(COLUMNS).from(ASSET).where(ID.in(ids)).fetch()),
                Asset::id);
    }

    static Condition behind(Field<String> key, Field<String> id, List<String> after) {
        return key.ge(after.get(0)).and(key.gt(after.get(0)).or(id.gt(after.get(1))));
    }

    static Condition equal(Field<String> field, Optional<String> value) {
        return value.map(field::eq).orElseGet(DSL::noCondition);
    }

    private static <T> List<T> inOrder(List<String> ids, List<T> found, Function<T, String> id) {
        Map<String, T> byId = found.stream().collect(Collectors.toMap(id, Function.identity()));
        return ids.stream().map(byId::get).toList();
    }

    /** Returns what may be said of these assets in a center within reach; in no order. */
    static List<AssetEntry> entries(DSLContext sql, Reach reach, Collection<String> ids) {
        List<AssetEntry> found = new ArrayList<>();
        for (List<String> some : Chunks.of(ids)) {
            found.addAll(
                    sql.select(ENTRY)
                            .from(ASSET)
                            .where(ID.in(some), Placement.seen(reach, ID))
                            .fetch(AssetTable::entry));
        }
        return found;
    }

    /** Returns these assets as far as they are on the map of a center within reach; in no order. */
    static List<Asset> all(DSLContext sql, Reach reach, Collection<String> ids) {
        List<Asset> found = new ArrayList<>();
        for (List<String> some : Chunks.of(ids)) {
            found.addAll(
                    read(
                            sql,
                            sql.select(COLUMNS)
                                    .from(ASSET)
                                    .where(ID.in(some), Placement.seen(reach, ID))
                                    .fetch()));
        }
        return found;
    }

    /** Returns what these suppliers deliver, as far as it is seen: their ids by its ids. */
    static Map<String, String> supplied(DSLContext sql, Reach reach, Collection<String> suppliers) {
        Map<String, String> found = new HashMap<>();
        for (List<String> some : Chunks.of(suppliers)) {
            sql.select(ID, SUPPLIER)
                    .from(ASSET)
                    .where(SUPPLIER.in(some), Placement.seen(reach, ID))
                    .forEach(row -> found.put(row.get(ID), row.get(SUPPLIER)));
        }
        return found;
    }

    static Map<String, Set<CallPath>> callPaths(
            DSLContext sql, Reach reach, Collection<String> ids) {
        Map<String, Set<CallPath>> found = new HashMap<>();
        for (List<String> some : Chunks.of(ids)) {
            sql.select(ID, CALL_PATHS)
                    .from(ASSET)
                    .where(ID.in(some), Placement.seen(reach, ID))
                    .forEach(row -> found.put(row.get(ID), paths(row.get(CALL_PATHS))));
        }
        return found;
    }

    /** Returns services of a center that are not retired, by name. */
    static List<AssetEntry> services(DSLContext sql, String center, int most) {
        return Placement.list(
                        sql,
                        new Reach(false, Set.of(center)),
                        Optional.of(AssetKind.SERVICE),
                        STATE.ne(EnumNames.of(AssetState.RETIRED)),
                        List.of("", ""),
                        most)
                .stream()
                .collect(
                        Collectors.collectingAndThen(
                                toList(), ids -> entries(sql, Reach.EVERYWHERE, ids)));
    }

    static AssetEntry entry(Record row) {
        return new AssetEntry(
                row.get(ID),
                row.get(CENTER),
                row.get(NAME),
                EnumNames.parse(AssetKind.class, row.get(KIND)),
                EnumNames.parse(AssetState.class, row.get(STATE)),
                EnumNames.parse(Criticality.class, row.get(CRITICALITY)));
    }

    /** Writes a new asset without what it depends on. */
    private static Map<Field<?>, Object> changing(Asset asset) {
        AssetDraft facts = asset.facts();
        Map<Field<?>, Object> row = new LinkedHashMap<>();
        row.put(NAME, facts.name());
        row.put(NAME_KEY, key(facts.name()));
        row.put(SEARCH_TEXT, searched(facts));
        row.put(KIND, EnumNames.of(facts.kind()));
        row.put(STATE, EnumNames.of(facts.state()));
        row.put(CRITICALITY, EnumNames.of(facts.criticality()));
        row.put(OWNER, facts.owner().orElse(null));
        row.put(SUPPLIER, facts.supplier().orElse(null));
        row.put(FALLBACK, facts.fallback().orElse(null));
        row.put(CALL_PATHS, paths(facts.callPaths()));
        row.put(VERSION, asset.version());
        row.put(UPDATED, asset.updated());
        return row;
    }

    static void insert(DSLContext sql, Asset asset) {
        sql.insertInto(ASSET)
                .set(ID, asset.id())
                .set(CENTER, asset.center())
                .set(CREATED, asset.created())
                .set(changing(asset))
                .execute();
        WindowTable.insert(sql, asset);
        Placement.insert(sql, asset);
    }

    static void update(DSLContext sql, Asset asset) {
        sql.update(ASSET).set(changing(asset)).where(ID.eq(asset.id())).execute();
        WindowTable.delete(sql, asset.id());
        WindowTable.insert(sql, asset);
        Placement.delete(sql, asset.id());
        Placement.insert(sql, asset);
    }

    private static String searched(AssetDraft facts) {
        return Search.column(facts.name(), facts.owner().orElse(""));
    }

    private static String paths(Set<CallPath> paths) {
        return new TreeSet<>(paths).stream().map(EnumNames::of).collect(Collectors.joining(","));
    }

    private static Set<CallPath> paths(String words) {
        return Stream.of(words.split(","))
                .filter(path -> !path.isEmpty())
                .map(path -> EnumNames.parse(CallPath.class, path))
                .collect(toSet());
    }

    private static List<Asset> read(DSLContext sql, List<? extends Record> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> ids = rows.stream().map(row -> row.get(ID)).toList();
        Map<String, List<MaintenanceWindow>> windows = WindowTable.of(sql, ids);
        Map<String, List<Support>> supports = SupportTable.of(sql, ids);
        Map<String, Set<String>> centers = Placement.centers(sql, ids);
        return rows.stream()
                .map(
                        row ->
                                asset(
                                        row,
                                        windows.getOrDefault(row.get(ID), List.of()),
                                        supports.getOrDefault(row.get(ID), List.of()),
                                        centers.getOrDefault(row.get(ID), Set.of())))
                .toList();
    }

    private static Asset asset(
            Record row,
            List<MaintenanceWindow> windows,
            List<Support> supports,
            Set<String> centers) {
        return new Asset(
                row.get(ID),
                row.get(CENTER),
                new AssetDraft(
                        row.get(NAME),
                        EnumNames.parse(AssetKind.class, row.get(KIND)),
                        EnumNames.parse(AssetState.class, row.get(STATE)),
                        EnumNames.parse(Criticality.class, row.get(CRITICALITY)),
                        Optional.ofNullable(row.get(OWNER)),
                        Optional.ofNullable(row.get(SUPPLIER)),
                        Optional.ofNullable(row.get(FALLBACK)),
                        paths(row.get(CALL_PATHS)),
                        windows,
                        supports,
                        centers.stream()
                                .filter(center -> !center.equals(row.get(CENTER)))
                                .collect(toSet())),
                row.get(VERSION),
                row.get(CREATED),
                row.get(UPDATED));
    }
}
