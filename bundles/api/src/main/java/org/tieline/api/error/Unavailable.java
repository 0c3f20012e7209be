package org.tieline.api.error;

/**
 * The store cannot do it at the moment: connection lost, busy, no space left, or not to be written
 * to. What was asked may be tried again.
 */
public final class Unavailable extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Why, for choosing the status and the advice. */
    public enum Reason {
        /** The database cannot be reached or the connection broke. */
        LOST_CONNECTION,
        /** Others held what was needed for too long, also after retrying. */
        BUSY,
        /** No space is left for the database, or for files. */
        FULL,
        /** The database, or the folder of files, takes no changes; reading goes on. */
        READ_ONLY,
        /** The file system failed in another way, such as a missing folder or an I/O error. */
        STORAGE
    }

    private final Reason reason;

    public Unavailable(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
