package org.tieline.api.record;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which records a list shall have.
 *
 * @param center id of the center whose records are listed; empty for all within reach
 * @param states in which of its states a record is listed; empty for any
 */
public record RecordFilter<S extends Enum<S>>(Optional<String> center, Set<S> states) {
    public RecordFilter {
        Objects.requireNonNull(center, "center");
        states = Set.copyOf(states);
    }

    /** All within reach. */
    public static <S extends Enum<S>> RecordFilter<S> all() {
        return new RecordFilter<S>(Optional.empty(), Set.of());
    }
}
