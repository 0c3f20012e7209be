package org.tieline.api.error;

/**
 * Nobody is signed in, or what was presented (password, session, token) does not count, or no
 * longer.
 */
public final class Unauthenticated extends Refusal {
    private static final long serialVersionUID = 1L;

    public Unauthenticated(String message) {
        super(message);
    }
}
