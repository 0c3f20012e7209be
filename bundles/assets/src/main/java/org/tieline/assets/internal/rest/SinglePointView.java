package org.tieline.assets.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.tieline.api.asset.SinglePoint;

/** A single point of failure as the API shows it. */
@Schema(name = "SinglePoint")
public record SinglePointView(
        EntryView asset,
        @Schema(description = "What is lost with it; at most 200") List<EntryView> services,
        @Schema(description = "True if it says how calls are taken without it") boolean fallback) {
    private static final int MOST = 200;

    static SinglePointView of(SinglePoint point) {
        return new SinglePointView(
                EntryView.of(point.asset()),
                point.services().stream().limit(MOST).map(EntryView::of).toList(),
                point.fallback());
    }
}
