package org.tieline.rest.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;

/** Reads query parameters. */
final class Parameters {
    private Parameters() {}

    /** Returns what was given; what is left blank counts as not given. */
    static Optional<String> text(String value) {
        return Optional.ofNullable(value).filter(given -> !given.isBlank());
    }

    static Optional<Instant> time(String name, String value) {
        return text(value)
                .map(
                        given -> {
                            try {
                                return OffsetDateTime.parse(given).toInstant();
                            } catch (DateTimeException e) {
                                throw new Invalid(
                                        new FieldError(
                                                name,
                                                "must be a time with its offset, such as"
                                                        + " 2026-11-21T20:59:49Z"));
                            }
                        });
    }
}
