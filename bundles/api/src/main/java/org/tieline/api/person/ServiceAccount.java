package org.tieline.api.person;

import java.time.Instant;
import java.util.Objects;
import org.tieline.api.RecordRef;

/**
 * A machine that calls the API with tokens.
 *
 * @param id a UUID
 * @param facts what is said of it
 * @param version counts changes, from 1
 * @param created when it was added
 * @param updated when last changed
 */
public record ServiceAccount(
        String id, ServiceAccountDraft facts, long version, Instant created, Instant updated) {
    public static final String KIND = "service-account";

    public ServiceAccount {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(updated, "updated");
    }

    public static RecordRef ref(String id) {
        return new RecordRef(KIND, id);
    }
}
