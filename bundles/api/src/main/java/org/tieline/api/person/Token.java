package org.tieline.api.person;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.RecordRef;

/**
 * A token of a service account. Its secret is shown once, when it is made, and kept as a hash only.
 *
 * @param id a UUID
 * @param account id of the service account
 * @param facts what it was made for
 * @param created when it was made
 * @param lastUsed when it last counted, to the hour
 * @param revoked when it was revoked; empty while it was not
 */
public record Token(
        String id,
        String account,
        TokenDraft facts,
        Instant created,
        Optional<Instant> lastUsed,
        Optional<Instant> revoked) {
    public static final String KIND = "token";

    public Token {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(lastUsed, "lastUsed");
        Objects.requireNonNull(revoked, "revoked");
    }

    public static RecordRef ref(String id) {
        return new RecordRef(KIND, id);
    }
}
