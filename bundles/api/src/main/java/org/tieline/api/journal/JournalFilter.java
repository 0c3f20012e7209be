package org.tieline.api.journal;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which lines of the journal are wanted; an empty part does not restrict.
 *
 * @param center lines of this center
 * @param kind lines about records of this kind
 * @param record lines about the record of this id
 * @param actor lines of the person or service account of this id
 * @param from lines at or after this time
 * @param to lines before this time
 */
public record JournalFilter(
        Optional<String> center,
        Optional<String> kind,
        Optional<String> record,
        Optional<String> actor,
        Optional<Instant> from,
        Optional<Instant> to) {

    /** Restricts nothing. */
    public static final JournalFilter ALL =
            new JournalFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public JournalFilter {
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }
}
