package org.tieline.api.error;

/** An idempotency key came again with another request. */
public final class KeyReused extends Refusal {
    private static final long serialVersionUID = 1L;

    public KeyReused(String key) {
        super(
                "The Idempotency-Key \""
                        + key
                        + "\" was already used for another request. Use a new key for a new request.");
    }
}
