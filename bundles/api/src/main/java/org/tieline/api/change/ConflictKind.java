package org.tieline.api.change;

/** Why a change does not go together with something else. */
public enum ConflictKind {
    /** Another change touches the same asset at that time. */
    SAME_ASSET,
    /** Another change touches what this one depends on, or what depends on it. */
    RELATED_ASSET,
    /** The implementer is at another change. */
    SAME_IMPLEMENTER,
    /** A center that backs this one up, or that it backs up, has a change at that time. */
    BACKUP_CENTER,
    /** The supplier serves another change at that time. */
    SAME_SUPPLIER,
    /** A freeze: no changes at that time. */
    FREEZE,
    /** Calls are many at that time. */
    BUSY_HOUR,
    /** Outside the maintenance windows of an asset. */
    OUTSIDE_MAINTENANCE
}
