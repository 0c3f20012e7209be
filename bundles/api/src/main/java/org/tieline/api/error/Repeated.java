package org.tieline.api.error;

import org.tieline.api.RecordRef;

/** This very write was already done under the same idempotency key; it is not done again. */
public final class Repeated extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient RecordRef record;

    public Repeated(RecordRef record) {
        super("This was already done; the result is the " + record + ".");
        this.record = record;
    }

    /** The record that the write made or changed when it was done. */
    public RecordRef record() {
        return record;
    }
}
