package org.tieline.api.change;

/** One of three answers to a {@link RiskQuestion}, the harmless one first. */
public enum RiskAnswer {
    LOW,
    MEDIUM,
    HIGH
}
