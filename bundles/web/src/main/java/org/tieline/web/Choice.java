package org.tieline.web;

import java.util.Objects;

/**
 * One of the values of a field.
 *
 * @param value as the API spells it
 * @param label in plain words
 */
public record Choice(String value, String label) {
    public Choice {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(label, "label");
    }
}
