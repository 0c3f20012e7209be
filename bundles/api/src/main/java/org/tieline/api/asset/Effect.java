package org.tieline.api.asset;

/** What the loss of one asset means for another, the worst first. */
public enum Effect {
    /** It does not work: something that it depends on is gone with all its alternatives. */
    LOST,
    /** It works, with less to fall back on than before. */
    DEGRADED,
    /** It works, but nobody mends it: its supplier is gone. */
    UNSUPPORTED
}
