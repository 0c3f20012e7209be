package org.tieline.api.access;

import java.util.Objects;

/**
 * Marks a write as one that may arrive twice and must happen once.
 *
 * @param key the caller's key for it, 1 to 200 printable ASCII characters
 * @param fingerprint SHA-256, in hexadecimal, of method, path and body: a repeated key with another
 *     fingerprint is refused
 */
public record Idempotency(String key, String fingerprint) {
    public Idempotency {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}
