package org.tieline.api.asset;

/** A way that a call or its data takes; each is tried by a test call of its own after a change. */
public enum CallPath {
    WIRELINE,
    WIRELESS,
    TEXT,
    /** Automatic location and number identification. */
    ALI_ANI,
    TRANSFER,
    RECORDER,
    RADIO
}
