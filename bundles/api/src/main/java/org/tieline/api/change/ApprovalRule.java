package org.tieline.api.change;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.RecordRef;

/**
 * A line that a center added to the table that says who must agree to which changes.
 *
 * @param id a UUID
 * @param center id of the center that it belongs to, for ever
 * @param facts what it says
 * @param removed since when it no longer counts
 * @param version counts its changes, from 1
 * @param created when it was added
 * @param updated when it was last changed
 */
public record ApprovalRule(
        String id,
        String center,
        ApprovalRuleDraft facts,
        Optional<Instant> removed,
        long version,
        Instant created,
        Instant updated) {
    public static final String KIND = "approval-rule";

    public ApprovalRule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(removed, "removed");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(updated, "updated");
    }

    public static RecordRef ref(String id) {
        return new RecordRef(KIND, id);
    }
}
