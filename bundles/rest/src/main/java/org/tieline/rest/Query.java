package org.tieline.rest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.core.record.EnumNames;

/** What is given behind the question mark of an address. */
public final class Query {
    private Query() {}

    /** Returns what was given; empty for nothing but spaces. */
    public static Optional<String> given(String value) {
        return Optional.ofNullable(value).filter(word -> !word.isBlank());
    }

    /**
     * Returns the value that is spelled like this, whatever the case; empty if none was given.
     *
     * @throws Invalid if there is none: the message names all there are
     */
    public static <E extends Enum<E>> Optional<E> oneOf(Class<E> type, String name, String value) {
        return given(value)
                .map(
                        word ->
                                EnumNames.find(
                                                type.getEnumConstants(),
                                                word.toLowerCase(Locale.ROOT))
                                        .orElseThrow(() -> unknown(type, name)));
    }

    private static <E extends Enum<E>> Invalid unknown(Class<E> type, String name) {
        return new Invalid(
                new FieldError(
                        name,
                        "must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(EnumNames::of)
                                        .collect(Collectors.joining(", "))));
    }
}
