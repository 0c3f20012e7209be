package org.tieline.api.record;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;

/**
 * A record as it is kept: what people say of it, and what the platform knows of it.
 *
 * @param ref its kind and its id, a UUID
 * @param center id of the center that it belongs to, or {@link Caller#EVERYWHERE}; for ever
 * @param number what people call it aloud, such as {@code C-2026-0042}; empty for kinds that have
 *     no numbers
 * @param state where it is in its life
 * @param facts what people say of it
 * @param version counts its changes, from 1
 * @param created when it was written
 * @param updated when it was last changed
 */
public record Stored<D extends Record, S extends Enum<S>>(
        RecordRef ref,
        String center,
        Optional<String> number,
        S state,
        D facts,
        long version,
        Instant created,
        Instant updated) {
    public Stored {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(updated, "updated");
    }

    public String id() {
        return ref.id();
    }

    /** True if it stands for all centers. */
    public boolean everywhere() {
        return center.equals(Caller.EVERYWHERE);
    }
}
