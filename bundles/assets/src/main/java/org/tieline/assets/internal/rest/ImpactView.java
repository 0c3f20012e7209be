package org.tieline.assets.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.tieline.api.asset.Effect;
import org.tieline.api.asset.Impact;

/** What the loss of an asset means, as the API shows it. */
@Schema(name = "Impact")
public record ImpactView(
        long lost,
        long degraded,
        long unsupported,
        @Schema(description = "The worst first; at most 1,000") List<HitView> items,
        @Schema(description = "False if there are more than are listed") boolean complete) {
    private static final int MOST = 1_000;

    /** One asset that is touched. */
    @Schema(name = "Hit")
    public record HitView(EntryView asset, Effect effect) {}

    static ImpactView of(Impact impact) {
        return new ImpactView(
                impact.count(Effect.LOST),
                impact.count(Effect.DEGRADED),
                impact.count(Effect.UNSUPPORTED),
                impact.hits().stream()
                        .limit(MOST)
                        .map(hit -> new HitView(EntryView.of(hit.asset()), hit.effect()))
                        .toList(),
                impact.hits().size() <= MOST);
    }
}
