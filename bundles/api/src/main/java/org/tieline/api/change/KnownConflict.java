package org.tieline.api.change;

import java.util.Objects;
import java.util.Optional;
import org.tieline.api.record.Who;

/**
 * A conflict on the record of a change.
 *
 * @param conflict what it is
 * @param present true if it was found at the last look; one that was overridden stays on the record
 * @param reason why the change goes on all the same
 * @param by who said so
 */
public record KnownConflict(
        ChangeConflict conflict, boolean present, Optional<String> reason, Optional<Who> by) {
    public KnownConflict {
        Objects.requireNonNull(conflict, "conflict");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(by, "by");
    }

    /** True if it is there, soft, and nobody has said why the change goes on all the same. */
    public boolean wantsReason() {
        return present && !conflict.hard() && reason.isEmpty();
    }
}
