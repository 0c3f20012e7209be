package org.tieline.api.error;

/**
 * Something asked for was not done, and nothing was changed. The message is a sentence for the
 * person who asked: it names what is wrong and what would be right, and betrays nothing of other
 * centers.
 */
public abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected Refusal(String message) {
        super(message);
    }

    protected Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
