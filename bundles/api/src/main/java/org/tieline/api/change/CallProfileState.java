package org.tieline.api.change;

/** The life of a center's call profile: it is kept, and rewritten. */
public enum CallProfileState {
    KEPT
}
