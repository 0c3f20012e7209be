package org.tieline.api.change;

/** The risk of a change, the lowest first. */
public enum RiskLevel {
    /** Less than 20 points. */
    LOW,
    /** 20 to 49 points. */
    MEDIUM,
    /** 50 points and more. */
    HIGH;

    public static RiskLevel of(int points) {
        return points < 20 ? LOW : points < 50 ? MEDIUM : HIGH;
    }
}
