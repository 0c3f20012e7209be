package org.tieline.api.error;

/** There was something, and its record still says so, but it is lost. */
public final class Gone extends Refusal {
    private static final long serialVersionUID = 1L;

    /**
     * @param message names what is missing, and who may be able to bring it back
     */
    public Gone(String message) {
        super(message);
    }
}
