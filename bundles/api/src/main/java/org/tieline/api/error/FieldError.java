package org.tieline.api.error;

import java.io.Serializable;
import java.util.Objects;

/**
 * What is wrong with one field.
 *
 * @param field the field's name as the API spells it, with a dot or index for inner ones
 * @param message what is wrong and what would be right, to be read after the field's name
 */
public record FieldError(String field, String message) implements Serializable {
    public FieldError {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String toString() {
        return field + " " + message;
    }
}
