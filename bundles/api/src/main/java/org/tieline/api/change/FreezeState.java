package org.tieline.api.change;

/** Whether a freeze stands in the way of changes. */
public enum FreezeState {
    IN_FORCE,
    /** It was lifted and stands in nobody's way. */
    LIFTED
}
