package org.tieline.api.search;

import java.util.List;
import java.util.Objects;

/**
 * How many of the records found have which value of one field. For a field that the request filters
 * by, the counts are those without this filter, so that another value can be chosen.
 *
 * @param field the name to filter by, such as {@code kind}
 * @param label the name for people
 * @param values the most frequent first, at most 20
 */
public record Facet(String field, String label, List<Value> values) {
    public Facet {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(label, "label");
        values = List.copyOf(values);
    }

    /**
     * @param value the value to filter by
     * @param label the value for people
     * @param count how many of the records found have it
     */
    public record Value(String value, String label, long count) {
        public Value {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(label, "label");
        }
    }
}
