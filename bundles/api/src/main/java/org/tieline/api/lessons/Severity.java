package org.tieline.api.lessons;

/** How bad what happened was, or could have been. */
public enum Severity {
    LOW,
    MODERATE,
    HIGH,
    /** Calls were not answered or responders not sent. */
    CRITICAL
}
