package org.tieline.api.error;

/** The request is well-formed but does not fit the state that things are in. */
public final class Conflict extends Refusal {
    private static final long serialVersionUID = 1L;

    public Conflict(String message) {
        super(message);
    }
}
