package org.tieline.assets.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.CallPath;
import org.tieline.api.asset.Criticality;

/** An asset as the API shows it. */
@Schema(name = "Asset")
public record AssetView(
        String id,
        String center,
        String name,
        AssetKind kind,
        AssetState state,
        Criticality criticality,
        Optional<String> owner,
        Optional<String> supplier,
        Optional<String> fallback,
        List<CallPath> callPaths,
        List<WindowView> maintenanceWindows,
        List<SupportView> restsOn,
        List<String> sharedWith,
        long version,
        Instant created,
        Instant updated) {

    static AssetView of(Asset asset) {
        AssetDraft facts = asset.facts();
        return new AssetView(
                asset.id(),
                asset.center(),
                facts.name(),
                facts.kind(),
                facts.state(),
                facts.criticality(),
                facts.owner(),
                facts.supplier(),
                facts.fallback(),
                facts.callPaths().stream().sorted().toList(),
                facts.maintenance().stream().map(WindowView::of).toList(),
                facts.restsOn().stream().map(SupportView::of).toList(),
                facts.sharedWith().stream().sorted().toList(),
                asset.version(),
                asset.created(),
                asset.updated());
    }
}
