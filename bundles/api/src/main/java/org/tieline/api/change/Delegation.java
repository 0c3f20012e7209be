package org.tieline.api.change;

import java.time.Instant;
import java.util.Objects;
import org.tieline.api.record.Attribute;
import org.tieline.api.record.Who;

/**
 * Somebody who votes on changes of a center in the place of another for a time.
 *
 * @param holder whose vote it is
 * @param delegate who gives it
 * @param from since when
 * @param until the first moment after it
 */
public record Delegation(
        @Attribute(label = "Represents") Who holder,
        @Attribute(label = "Delegate") Who delegate,
        @Attribute(label = "From") Instant from,
        @Attribute(label = "Until") Instant until) {
    public Delegation {
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(delegate, "delegate");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
    }

    /** True while the delegate may vote, unless it was ended early. */
    public boolean holds(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
