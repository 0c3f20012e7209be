package org.tieline.api.asset;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a person says of an asset.
 *
 * @param name 1 to 120 characters without {@code |} and {@code ;}, unique in its center whatever
 *     the case
 * @param kind what it is
 * @param state where it is in its life
 * @param criticality how badly it is missed
 * @param owner who answers for it, at most 120 characters
 * @param supplier id of the asset of kind supplier that delivers and mends it; none for a supplier
 * @param fallback how calls are taken without it, shown on the floor; at most 4,000 characters
 * @param callPaths the call paths that it carries
 * @param maintenance when work on it is expected, at most 21 windows
 * @param restsOn what it cannot do without, at most 50 supports; each asset is named once. Only
 *     what its own center sees: its own assets, and those of others that are shared with it
 * @param sharedWith ids of other centers that see this record and may depend on it, at most 200
 */
public record AssetDraft(
        String name,
        AssetKind kind,
        AssetState state,
        Criticality criticality,
        Optional<String> owner,
        Optional<String> supplier,
        Optional<String> fallback,
        Set<CallPath> callPaths,
        List<MaintenanceWindow> maintenance,
        List<Support> restsOn,
        Set<String> sharedWith) {
    public AssetDraft {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(criticality, "criticality");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(supplier, "supplier");
        Objects.requireNonNull(fallback, "fallback");
        callPaths = Set.copyOf(callPaths);
        maintenance = List.copyOf(maintenance);
        restsOn = List.copyOf(restsOn);
        sharedWith = Set.copyOf(sharedWith);
    }
}
