package org.tieline.spi.record;

import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ConsumerType;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;

/**
 * Records that are parts of others, such as comments: what happened to them stands in the history
 * of what they are part of. Registered as an OSGi service. Thread-safe.
 */
@ConsumerType
public interface RecordParts {
    /**
     * Returns the newest parts of a record that this caller may see; none if it has none, or none
     * for this caller. Must be quick: a page waits for it.
     *
     * @param limit at most this many
     */
    List<Part> of(Caller caller, RecordRef record, int limit);

    /**
     * One part.
     *
     * @param says what it says now, such as the text of a comment; empty if that was taken back
     */
    record Part(RecordRef record, String says) {
        public Part {
            Objects.requireNonNull(record, "record");
            Objects.requireNonNull(says, "says");
        }
    }
}
