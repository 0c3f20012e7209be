package org.tieline.store.internal;

/** Why the database did not do something, apart from faults of the statement. */
enum DatabaseFailure {
    /** Chosen as the victim of a deadlock; the same again may succeed. */
    DEADLOCK,
    /** Others held it for too long. */
    BUSY,
    LOST_CONNECTION,
    FULL,
    /** It can be read, but takes no changes. */
    READ_ONLY
}
