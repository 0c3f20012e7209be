package org.tieline.core.record;

import java.util.List;
import org.tieline.api.error.FieldError;

/** What people may write into a text. */
public final class Texts {
    private Texts() {}

    /** Checks one line that must say something. */
    public static List<FieldError> check(String field, String text, int most) {
        if (text.isBlank()) {
            return List.of(new FieldError(field, "must not be empty"));
        }
        if (text.length() > most) {
            return List.of(tooLong(field, text, most));
        }
        if (!text.equals(text.strip()) || text.chars().anyMatch(Character::isISOControl)) {
            return List.of(
                    new FieldError(
                            field,
                            "must be one line of text without spaces at its beginning and end"));
        }
        return List.of();
    }

    /** Checks a text that may have several lines, or none. */
    public static List<FieldError> lines(String field, String text, int most) {
        if (text.length() > most) {
            return List.of(tooLong(field, text, most));
        }
        if (text.chars()
                .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            return List.of(new FieldError(field, "must be text, without control characters"));
        }
        return List.of();
    }

    private static FieldError tooLong(String field, String text, int most) {
        return new FieldError(
                field, "must have at most " + most + " characters, but has " + text.length());
    }
}
