package org.tieline.assets.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.tieline.api.asset.SinglePoint;

/** The single points of failure of a center as the API shows them. */
@Schema(name = "SinglePoints")
public record SinglePointsView(
        @Schema(description = "What loses the most critical services first; at most 1,000")
                List<SinglePointView> items,
        @Schema(description = "False if there are more than are listed") boolean complete) {
    private static final int MOST = 1_000;

    static SinglePointsView of(List<SinglePoint> points) {
        return new SinglePointsView(
                points.stream().limit(MOST).map(SinglePointView::of).toList(),
                points.size() <= MOST);
    }
}
