package org.tieline.spi.search;

import java.util.Objects;

/**
 * A field that people can filter by: {@code name:value} in a query, and a list of values with
 * counts beside the results. Sources that use one name share the field.
 *
 * @param name 1 to 30 lower-case letters, digits and hyphens, beginning with a letter; {@code
 *     kind}, {@code center} and {@code year} are there already
 * @param label the name for people
 */
public record SearchField(String name, String label) {
    public SearchField {
        Objects.requireNonNull(label, "label");
        if (!name.matches("[a-z][a-z0-9-]{0,29}")) {
            throw new IllegalArgumentException(
                    "A field's name is 1 to 30 lower-case letters, digits and hyphens, but this is \""
                            + name
                            + "\".");
        }
    }
}
