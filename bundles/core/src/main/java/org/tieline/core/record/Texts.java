package org.tieline.core.record;

import java.util.List;
import org.tieline.api.error.FieldError;

/** What people may write into a line of text. */
public final class Texts {
    private Texts() {}

    public static List<FieldError> check(String field, String text, int most) {
        if (text.isBlank()) {
            return List.of(new FieldError(field, "must not be empty"));
        }
        if (text.length() > most) {
            return List.of(
                    new FieldError(
                            field,
                            "must have at most " + most + " characters, but has " + text.length()));
        }
        if (!text.equals(text.strip()) || text.chars().anyMatch(Character::isISOControl)) {
            return List.of(
                    new FieldError(
                            field,
                            "must be one line of text without spaces at its beginning and end"));
        }
        return List.of();
    }
}
