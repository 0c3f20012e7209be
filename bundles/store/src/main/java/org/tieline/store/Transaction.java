package org.tieline.store;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.FieldChange;
import org.tieline.api.RecordRef;
import org.tieline.api.error.Stale;

/** A write under way; belongs to the thread that does it and ends with it. */
@ProviderType
public interface Transaction {
    DSLContext sql();

    /** The time of this write, to the microsecond; the same for all that it changes. */
    Instant now();

    /**
     * Adds a line to the journal at commit.
     *
     * @param center the center concerned, or {@link org.tieline.api.access.Caller#EVERYWHERE}
     * @param record what it happened to
     * @param version the record's version afterwards; 0 for what has no versions
     * @param action a verb in the past
     * @param changes the fields that changed; no secrets
     */
    void journal(
            String center,
            RecordRef record,
            long version,
            String action,
            List<FieldChange> changes);

    /**
     * Makes the refusal for a record that is no longer at the version the caller saw, with what
     * happened since.
     */
    Stale stale(RecordRef record, long seen, long now);

    /** Runs something after this write is on disk; not at all if it fails. Must not throw. */
    void afterCommit(Runnable action);
}
