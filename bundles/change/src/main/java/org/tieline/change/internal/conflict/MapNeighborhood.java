package org.tieline.change.internal.conflict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tieline.change.internal.conflict.AssetOverlap.Feature;
import org.tieline.change.internal.conflict.AssetOverlap.Nearness;

/**
 * The part of the service map around what a change touches, as its center sees it.
 *
 * @param touched what it touches, by id
 * @param upkeep when work on that is expected, by id
 * @param below what it depends on, by id
 * @param above what depends on it, by id
 * @param suppliers who supplies what it touches, by id
 */
record MapNeighborhood(
        Map<String, Feature> touched,
        Map<String, MaintenanceHours> upkeep,
        Map<String, Feature> below,
        Map<String, Feature> above,
        Map<String, Feature> suppliers) {
    static final MapNeighborhood NONE =
            new MapNeighborhood(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    MapNeighborhood {
        touched = Map.copyOf(touched);
        upkeep = Map.copyOf(upkeep);
        below = Map.copyOf(below);
        above = Map.copyOf(above);
        suppliers = Map.copyOf(suppliers);
    }

    /** Returns the nearest of the bonds to another change. */
    Optional<AssetOverlap> bond(ScheduledChange other) {
        return bond(Nearness.SAME, touched, other.assets())
                .or(() -> bond(Nearness.BELOW, below, other.assets()))
                .or(() -> bond(Nearness.ABOVE, above, other.assets()))
                .or(() -> bond(Nearness.SUPPLIED, suppliers, other.suppliers()));
    }

    private static Optional<AssetOverlap> bond(
            Nearness nearness, Map<String, Feature> these, Set<String> those) {
        List<Feature> both =
                those.stream().filter(these::containsKey).sorted().map(these::get).toList();
        return both.isEmpty() ? Optional.empty() : Optional.of(new AssetOverlap(nearness, both));
    }
}
