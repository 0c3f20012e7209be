package org.tieline.api.error;

import org.tieline.api.RecordRef;

/** There is no such record, or none that this caller may know of; the two cannot be told apart. */
public final class NotFound extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotFound(RecordRef record) {
        super("There is no " + record + ".");
    }
}
