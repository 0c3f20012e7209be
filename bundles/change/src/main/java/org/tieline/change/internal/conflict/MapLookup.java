package org.tieline.change.internal.conflict;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.Assets;
import org.tieline.api.asset.ServiceMap;
import org.tieline.api.center.Centers;
import org.tieline.change.internal.conflict.AssetOverlap.Feature;
import org.tieline.change.internal.record.AssetImpact;
import org.tieline.change.internal.record.WallClock;

/**
 * Looks at the service map as a reader of the center sees it, whoever asks. Without a map there is
 * nothing to be seen.
 */
@Component(service = MapLookup.class)
public final class MapLookup {
    private static final Caller SELF = Caller.system("changes");

    private final Centers centers;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Assets assets;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ServiceMap map;

    @Activate
    public MapLookup(@Reference Centers centers) {
        this.centers = centers;
    }

    public MapLookup(Centers centers, Assets assets, ServiceMap map) {
        this(centers);
        this.assets = assets;
        this.map = map;
    }

    /** Returns what lies around what a change of the center touches. */
    MapNeighborhood terrain(String center, AssetImpact.Touch touch) {
        Assets known = assets;
        ServiceMap lines = map;
        if (known == null || lines == null || touch.assets().isEmpty()) {
            return MapNeighborhood.NONE;
        }
        Caller reader = AssetImpact.reader(center);
        List<Asset> touched = touch.assets();
        Set<String> seen = touched.stream().map(Asset::id).collect(Collectors.toSet());
        return new MapNeighborhood(
                features(touched.stream().map(Asset::entry).toList()),
                upkeep(touched),
                features(lines.foundation(reader, seen)),
                features(touch.resting().stream().map(Asset::entry).toList()),
                suppliers(known, reader, touched));
    }

    /** Returns what these suppliers deliver, to whichever center: their ids by its ids. */
    Map<String, String> supplied(Set<String> suppliers) {
        Assets known = assets;
        if (known == null || suppliers.isEmpty()) {
            return Map.of();
        }
        Map<String, String> supplied = new HashMap<>(known.supplied(SELF, suppliers));
        suppliers.forEach(supplier -> supplied.put(supplier, supplier));
        return supplied;
    }

    private static Map<String, Feature> suppliers(
            Assets known, Caller reader, List<Asset> touched) {
        Set<String> suppliers = new HashSet<>();
        for (Asset asset : touched) {
            asset.facts().supplier().ifPresent(suppliers::add);
            if (asset.facts().kind() == AssetKind.SUPPLIER) {
                suppliers.add(asset.id());
            }
        }
        return suppliers.isEmpty() ? Map.of() : features(known.entries(reader, suppliers));
    }

    private static Map<String, Feature> features(Collection<AssetEntry> entries) {
        return entries.stream()
                .collect(
                        Collectors.toMap(
                                AssetEntry::id,
                                entry -> new Feature(entry.name(), entry.center()),
                                (one, same) -> one));
    }

    private Map<String, MaintenanceHours> upkeep(List<Asset> touched) {
        Map<String, ZoneId> zones = new HashMap<>();
        Map<String, MaintenanceHours> upkeep = new HashMap<>();
        for (Asset asset : touched) {
            if (!asset.facts().maintenance().isEmpty()) {
                ZoneId zone = zones.computeIfAbsent(asset.center(), this::zone);
                upkeep.put(
                        asset.id(),
                        new MaintenanceHours(asset.facts().maintenance(), new WallClock(zone)));
            }
        }
        return upkeep;
    }

    private ZoneId zone(String center) {
        return centers.get(SELF, center).facts().timeZone();
    }
}
