package org.tieline.api.change;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;

/**
 * A freeze, also called a blackout: a time in which nothing is changed.
 *
 * @param id a UUID
 * @param center id of the center that is frozen, or {@link Caller#EVERYWHERE} for all; for ever
 * @param facts what people say of it
 * @param lifted when it was lifted; it stands in nobody's way any more
 * @param version counts its changes, from 1
 * @param created when it was written
 * @param updated when it was last changed
 */
public record Freeze(
        String id,
        String center,
        FreezeDraft facts,
        Optional<Instant> lifted,
        long version,
        Instant created,
        Instant updated) {
    public static final String KIND = "freeze";

    public Freeze {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(lifted, "lifted");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(updated, "updated");
    }

    public static RecordRef ref(String id) {
        return new RecordRef(KIND, id);
    }

    /** True if it stands over all centers. */
    public boolean everywhere() {
        return center.equals(Caller.EVERYWHERE);
    }
}
