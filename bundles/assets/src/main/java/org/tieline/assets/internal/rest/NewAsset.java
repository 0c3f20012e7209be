package org.tieline.assets.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.CallPath;
import org.tieline.api.asset.Criticality;

/** An asset to be added. */
public record NewAsset(
        @Schema(description = "Id of the center that it belongs to, for ever") String center,
        @Schema(description = "1 to 120 characters without | and ;, unique in the center")
                String name,
        AssetKind kind,
        @Schema(description = "in-use if left away") Optional<AssetState> state,
        @Schema(description = "medium if left away") Optional<Criticality> criticality,
        @Schema(description = "Owner") Optional<String> owner,
        @Schema(description = "Id of an asset of kind supplier") Optional<String> supplier,
        @Schema(description = "How calls are taken without it; at most 4,000 characters")
                Optional<String> fallback,
        Optional<List<CallPath>> callPaths,
        @Schema(description = "At most 21") Optional<List<WindowView>> maintenanceWindows,
        @Schema(description = "At most 50") Optional<List<SupportView>> restsOn,
        @Schema(description = "Ids of other centers that see it and may depend on it")
                Optional<List<String>> sharedWith) {

    AssetDraft draft() {
        return new AssetChange(
                        name,
                        kind,
                        state.orElse(AssetState.IN_USE),
                        criticality.orElse(Criticality.MEDIUM),
                        owner,
                        supplier,
                        fallback,
                        callPaths,
                        maintenanceWindows,
                        restsOn,
                        sharedWith)
                .draft();
    }
}
