package org.tieline.api.asset;

/** How badly an asset is missed, the worst first. */
public enum Criticality {
    /** Calls are not answered or responders not sent without it. */
    VITAL,
    HIGH,
    MEDIUM,
    LOW
}
