package org.tieline.api.person;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * What a new token shall be.
 *
 * @param label what it is for, 1 to 120 characters
 * @param scopes names of the operations it is limited to; at least one, each a known operation or
 *     {@code *} for all that the account's roles allow
 * @param expires when it ends; in the future, at most 366 days ahead
 */
public record TokenDraft(String label, Set<String> scopes, Instant expires) {
    public TokenDraft {
        Objects.requireNonNull(label, "label");
        scopes = Set.copyOf(scopes);
        Objects.requireNonNull(expires, "expires");
    }
}
