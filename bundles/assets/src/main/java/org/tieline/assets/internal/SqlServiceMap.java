package org.tieline.assets.internal;

import static java.util.stream.Collectors.toMap;
import static org.tieline.assets.internal.AssetOperations.ASSET_READ;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.Drawing;
import org.tieline.api.asset.Effect;
import org.tieline.api.asset.Impact;
import org.tieline.api.asset.ServiceMap;
import org.tieline.api.asset.SinglePoint;
import org.tieline.api.center.Center;
import org.tieline.api.center.Centers;
import org.tieline.assets.internal.SupportTable.Edge;
import org.tieline.core.access.ReachCheck;
import org.tieline.core.record.Chunks;
import org.tieline.store.Store;

/**
 * Follows the map in the database, a layer at a time, reading only what is reached. Single points
 * of failure need a center's whole map; they are kept until that map changes.
 */
@Component
public final class SqlServiceMap implements ServiceMap {
    /** What can still be told apart in a drawing. */
    static final int MOST_DRAWN = 250;

    private static final int MAPS_KEPT = 200;
    private static final Comparator<AssetEntry> GRAVEST =
            Comparator.comparing(AssetEntry::criticality)
                    .thenComparing(entry -> AssetTable.key(entry.name()))
                    .thenComparing(AssetEntry::id);

    private final Store store;
    private final Access access;
    private final Centers centers;
    private final Cache<String, Kept> kept = Caffeine.newBuilder().maximumSize(MAPS_KEPT).build();

    /** The single points of one center at a revision of its map. */
    private record Kept(long revision, List<SinglePoint> points) {}

    @Activate
    public SqlServiceMap(
            @Reference AssetStore store, @Reference Access access, @Reference Centers centers) {
        this(store.store(), access, centers);
    }

    SqlServiceMap(Store store, Access access, Centers centers) {
        this.store = store;
        this.access = access;
        this.centers = centers;
    }

    @Override
    public Impact impact(Caller caller, Set<String> ids) {
        AssetVisibility assetVisibility = AssetVisibility.of(access, caller);
        return store.read(
                sql -> {
                    assetVisibility.requireAll(sql, ids);
                    return impact(sql, assetVisibility.reach(), ids);
                });
    }

    private static Impact impact(DSLContext sql, Reach reach, Set<String> ids) {
        Map<String, AssetEntry> reached =
                follow(sql, reach, ids, SupportTable.SUPPORTER, Integer.MAX_VALUE, true);
        Set<String> counted = new HashSet<>(reached.keySet());
        counted.addAll(ids);
        List<Edge> edges = SupportTable.edges(sql, SupportTable.ASSET, counted, DSL.noCondition());
        Set<String> beside = new HashSet<>();
        edges.forEach(edge -> beside.add(edge.supporter()));
        beside.removeAll(counted);
        inUse(AssetTable.entries(sql, reach, beside)).forEach(entry -> counted.add(entry.id()));
        Set<String> lost = new Graph(counted, edges).lost(ids);
        List<Impact.Hit> hits = new ArrayList<>();
        reached.values()
                .forEach(
                        entry ->
                                hits.add(
                                        new Impact.Hit(
                                                entry,
                                                lost.contains(entry.id())
                                                        ? Effect.LOST
                                                        : Effect.DEGRADED)));
        for (AssetEntry entry : supplied(sql, reach, ids)) {
            if (!reached.containsKey(entry.id()) && !ids.contains(entry.id())) {
                hits.add(new Impact.Hit(entry, Effect.UNSUPPORTED));
            }
        }
        hits.sort(
                Comparator.comparing(Impact.Hit::effect).thenComparing(Impact.Hit::asset, GRAVEST));
        return new Impact(hits);
    }

    private static List<AssetEntry> supplied(DSLContext sql, Reach reach, Set<String> suppliers) {
        List<String> ids = new ArrayList<>();
        for (List<String> some : Chunks.of(suppliers)) {
            ids.addAll(
                    sql.select(AssetTable.ID)
                            .from(AssetTable.ASSET)
                            .where(AssetTable.SUPPLIER.in(some))
                            .fetch(AssetTable.ID));
        }
        return inUse(AssetTable.entries(sql, reach, ids));
    }

    private static List<AssetEntry> inUse(Collection<AssetEntry> entries) {
        return entries.stream().filter(entry -> entry.state() == AssetState.IN_USE).toList();
    }

    @Override
    public List<AssetEntry> foundation(Caller caller, Set<String> ids) {
        AssetVisibility assetVisibility = AssetVisibility.of(access, caller);
        return store.read(
                sql -> {
                    assetVisibility.requireAll(sql, ids);
                    return SqlAssets.byName(
                            follow(
                                            sql,
                                            assetVisibility.reach(),
                                            ids,
                                            SupportTable.ASSET,
                                            Integer.MAX_VALUE,
                                            true)
                                    .values());
                });
    }

    /**
     * Follows the map from these assets, without them.
     *
     * @param end the end of a line to start from: its supporter to go up, its asset to go down
     * @param most where to stop
     * @param inUse true to pass only through what is in use
     */
    private static Map<String, AssetEntry> follow(
            DSLContext sql,
            Reach reach,
            Set<String> ids,
            Field<String> end,
            int most,
            boolean inUse) {
        boolean up = end == SupportTable.SUPPORTER;
        Map<String, AssetEntry> reached = new HashMap<>();
        Set<String> open = new HashSet<>(ids);
        while (!open.isEmpty() && reached.size() < most) {
            Set<String> next = new LinkedHashSet<>();
            for (Edge edge : SupportTable.edges(sql, end, open, DSL.noCondition())) {
                next.add(up ? edge.asset() : edge.supporter());
            }
            next.removeAll(reached.keySet());
            next.removeAll(ids);
            open = new HashSet<>();
            for (AssetEntry entry : AssetTable.entries(sql, reach, next)) {
                boolean counts =
                        inUse
                                ? entry.state() == AssetState.IN_USE
                                : entry.state() != AssetState.RETIRED;
                if (counts && reached.size() < most) {
                    reached.put(entry.id(), entry);
                    open.add(entry.id());
                }
            }
        }
        return reached;
    }

    @Override
    public List<SinglePoint> singlePoints(Caller caller, String center) {
        access.require(caller, ASSET_READ, ReachCheck.center(center), Center.ref(center));
        centers.get(Caller.system("assets"), center);
        return store.read(sql -> singlePoints(sql, center));
    }

    private List<SinglePoint> singlePoints(DSLContext sql, String center) {
        long revision = Revisions.of(sql, center);
        Kept known = kept.getIfPresent(center);
        if (known == null || known.revision() != revision) {
            known = new Kept(revision, compute(sql, center));
            kept.put(center, known);
        }
        return known.points();
    }

    private static List<SinglePoint> compute(DSLContext sql, String center) {
        Map<String, AssetEntry> all =
                inUse(Placement.all(sql, center)).stream()
                        .collect(toMap(AssetEntry::id, Function.identity()));
        List<AssetEntry> services =
                all.values().stream()
                        .filter(entry -> entry.kind() == AssetKind.SERVICE)
                        .sorted(GRAVEST)
                        .toList();
        Map<String, Set<String>> points =
                new Graph(all.keySet(), SupportTable.of(sql, center))
                        .singlePoints(services.stream().map(AssetEntry::id).toList());
        Set<String> withFallback = withFallback(sql, points.keySet());
        return points.entrySet().stream()
                .map(
                        point ->
                                new SinglePoint(
                                        all.get(point.getKey()),
                                        point.getValue().stream()
                                                .map(all::get)
                                                .sorted(GRAVEST)
                                                .toList(),
                                        withFallback.contains(point.getKey())))
                .sorted(
                        Comparator.comparing(
                                        (SinglePoint point) ->
                                                point.services().get(0).criticality())
                                .thenComparing(point -> -point.services().size())
                                .thenComparing(SinglePoint::asset, GRAVEST))
                .toList();
    }

    private static Set<String> withFallback(DSLContext sql, Set<String> ids) {
        Set<String> found = new HashSet<>();
        for (List<String> some : Chunks.of(ids)) {
            found.addAll(
                    sql.select(AssetTable.ID)
                            .from(AssetTable.ASSET)
                            .where(AssetTable.ID.in(some), AssetTable.FALLBACK.isNotNull())
                            .fetch(AssetTable.ID));
        }
        return found;
    }

    @Override
    public Drawing drawing(Caller caller, String center) {
        access.require(caller, ASSET_READ, ReachCheck.center(center), Center.ref(center));
        centers.get(Caller.system("assets"), center);
        Reach reach = new Reach(false, Set.of(center));
        return store.read(
                sql -> {
                    List<AssetEntry> services = AssetTable.services(sql, center, MOST_DRAWN + 1);
                    Map<String, AssetEntry> drawn = new HashMap<>();
                    services.stream()
                            .limit(MOST_DRAWN)
                            .forEach(entry -> drawn.put(entry.id(), entry));
                    int left = MOST_DRAWN + 1 - drawn.size();
                    Map<String, AssetEntry> below =
                            follow(
                                    sql,
                                    reach,
                                    Set.copyOf(drawn.keySet()),
                                    SupportTable.ASSET,
                                    left,
                                    false);
                    boolean whole = services.size() <= MOST_DRAWN && below.size() < left;
                    below.values().stream()
                            .limit(left - 1L)
                            .forEach(entry -> drawn.put(entry.id(), entry));
                    return draw(sql, drawn, whole);
                });
    }

    @Override
    public Drawing around(Caller caller, String id) {
        AssetVisibility assetVisibility = AssetVisibility.of(access, caller);
        int most = MOST_DRAWN / 2;
        return store.read(
                sql -> {
                    Map<String, AssetEntry> drawn = new HashMap<>();
                    drawn.put(id, assetVisibility.find(sql, id).entry());
                    boolean whole = true;
                    for (Field<String> end : List.of(SupportTable.SUPPORTER, SupportTable.ASSET)) {
                        Map<String, AssetEntry> found =
                                follow(
                                        sql,
                                        assetVisibility.reach(),
                                        Set.of(id),
                                        end,
                                        most + 1,
                                        false);
                        whole &= found.size() <= most;
                        found.values().stream()
                                .limit(most)
                                .forEach(entry -> drawn.put(entry.id(), entry));
                    }
                    return draw(sql, drawn, whole);
                });
    }

    private static Drawing draw(DSLContext sql, Map<String, AssetEntry> drawn, boolean whole) {
        List<Edge> edges =
                SupportTable.edges(sql, SupportTable.ASSET, drawn.keySet(), DSL.noCondition());
        Map<String, Integer> choices = new HashMap<>();
        List<Edge> shown =
                edges.stream().filter(edge -> drawn.containsKey(edge.supporter())).toList();
        shown.forEach(edge -> choices.merge(edge.asset() + edge.place(), 1, Integer::sum));
        return new Drawing(
                drawn.values().stream().sorted(GRAVEST).toList(),
                shown.stream()
                        .map(
                                edge ->
                                        new Drawing.Line(
                                                edge.asset(),
                                                edge.supporter(),
                                                choices.get(edge.asset() + edge.place()) > 1))
                        .toList(),
                whole);
    }
}
