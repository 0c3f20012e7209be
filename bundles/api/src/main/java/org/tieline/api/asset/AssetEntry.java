package org.tieline.api.asset;

import java.util.Objects;

/** What is said of an asset where it is named beside others. */
public record AssetEntry(
        String id,
        String center,
        String name,
        AssetKind kind,
        AssetState state,
        Criticality criticality) {
    public AssetEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(criticality, "criticality");
    }
}
