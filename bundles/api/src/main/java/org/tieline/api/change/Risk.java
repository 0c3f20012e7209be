package org.tieline.api.change;

import java.util.List;

/**
 * The risk of a change, explained.
 *
 * @param findings what it is the sum of
 */
public record Risk(List<RiskFinding> findings) {
    public static final Risk NONE = new Risk(List.of());

    public Risk {
        findings = List.copyOf(findings);
    }

    /** The sum of all findings, at least 0. */
    public int points() {
        return Math.max(0, findings.stream().mapToInt(RiskFinding::points).sum());
    }

    public RiskLevel level() {
        return RiskLevel.of(points());
    }
}
