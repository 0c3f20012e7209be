package org.tieline.api.change;

import java.util.Objects;

/**
 * What one assessor says of the risk of a change.
 *
 * @param assessor who says it, such as {@code Questionnaire}
 * @param points how much it adds, {@value #LEAST} to {@value #MOST}; below 0 makes it safer
 * @param reason why, a sentence that everybody in the center may read
 */
public record RiskFinding(String assessor, int points, String reason) {
    public static final int LEAST = -10;
    public static final int MOST = 40;

    /**
     * @throws IllegalArgumentException if the points are out of their range
     */
    public RiskFinding {
        Objects.requireNonNull(assessor, "assessor");
        Objects.requireNonNull(reason, "reason");
        if (points < LEAST || points > MOST) {
            throw new IllegalArgumentException(
                    "points must be from " + LEAST + " to " + MOST + ", but are " + points);
        }
    }
}
