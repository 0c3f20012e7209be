package org.tieline.api;

import java.util.Objects;
import java.util.Optional;

/**
 * One field of a record, before and after. Secrets never appear here: a changed password is a
 * change of the field {@code password} with neither value.
 *
 * @param field the field's name as the API spells it
 * @param before the value before as text; empty when there was none
 * @param after the value after as text; empty when there is none
 */
public record FieldChange(String field, Optional<String> before, Optional<String> after) {
    public FieldChange {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}
