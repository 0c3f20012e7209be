package org.tieline.api.change;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.RecordRef;

/**
 * Somebody who votes on changes of a center in the place of another for a time.
 *
 * @param id a UUID
 * @param center id of the center
 * @param holder whose vote it is
 * @param delegate who gives it
 * @param from since when
 * @param until the first moment after it
 * @param ended when it was ended early
 */
public record Delegation(
        String id,
        String center,
        Who holder,
        Who delegate,
        Instant from,
        Instant until,
        Optional<Instant> ended) {
    public static final String KIND = "change-delegation";

    public Delegation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(delegate, "delegate");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(ended, "ended");
    }

    public static RecordRef ref(String id) {
        return new RecordRef(KIND, id);
    }

    /** True while the delegate may vote. */
    public boolean holds(Instant now) {
        return ended.isEmpty() && !now.isBefore(from) && now.isBefore(until);
    }
}
