package org.tieline.assets.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.Criticality;

/** What the API says of an asset where it is named beside others. */
@Schema(name = "AssetEntry")
public record EntryView(
        String id,
        String center,
        String name,
        AssetKind kind,
        AssetState state,
        Criticality criticality) {
    static EntryView of(AssetEntry entry) {
        return new EntryView(
                entry.id(),
                entry.center(),
                entry.name(),
                entry.kind(),
                entry.state(),
                entry.criticality());
    }
}
