package org.tieline.assets.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.CallPath;
import org.tieline.api.asset.Criticality;

/** What an asset shall be from now on; what is left away is empty from now on. */
public record AssetChange(
        @Schema(description = "1 to 120 characters without | and ;, unique in the center")
                String name,
        AssetKind kind,
        AssetState state,
        Criticality criticality,
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
        List<WindowView> windows = maintenanceWindows.orElse(List.of());
        return new AssetDraft(
                name,
                kind,
                state,
                criticality,
                owner,
                supplier,
                fallback,
                new HashSet<>(callPaths.orElse(List.of())),
                IntStream.range(0, windows.size())
                        .mapToObj(place -> windows.get(place).window(place))
                        .toList(),
                restsOn.orElse(List.of()).stream().map(SupportView::support).toList(),
                new HashSet<>(sharedWith.orElse(List.of())));
    }
}
