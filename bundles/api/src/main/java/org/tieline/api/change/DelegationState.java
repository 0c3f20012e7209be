package org.tieline.api.change;

/** The life of a delegation. */
public enum DelegationState {
    IN_FORCE,
    /** It was ended early. */
    ENDED
}
