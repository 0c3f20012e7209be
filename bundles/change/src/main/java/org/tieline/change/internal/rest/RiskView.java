package org.tieline.change.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.tieline.api.change.Risk;
import org.tieline.api.change.RiskLevel;

/** The risk of a change, explained. */
@Schema(name = "ChangeRisk")
public record RiskView(int points, RiskLevel level, List<Finding> findings) {
    /** What one assessor says. */
    @Schema(name = "RiskFinding")
    public record Finding(String assessor, int points, String reason) {}

    static RiskView of(Risk risk) {
        return new RiskView(
                risk.points(),
                risk.level(),
                risk.findings().stream()
                        .map(one -> new Finding(one.assessor(), one.points(), one.reason()))
                        .toList());
    }
}
