package org.tieline.spi.record;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;

/**
 * One kind of record, told to what goes with any record: comments, attachments, watchers, notices.
 * Registered as an OSGi service for as long as such records can be opened. Two of one kind: the one
 * with the higher service ranking counts. Thread-safe.
 */
@ConsumerType
public interface RecordKind {
    /** The kind, as in {@link RecordRef#kind}. */
    String kind();

    /** What one of them is called in the middle of a sentence, such as "change". */
    String label();

    /**
     * Returns what a caller may know of a record as it is now; empty if there is none, or none for
     * this caller. Asks as reading the record does, but a refusal is neither thrown nor written to
     * the journal: it is also asked about people who do not ask themselves.
     */
    Optional<RecordCard> find(Caller caller, String id);
}
