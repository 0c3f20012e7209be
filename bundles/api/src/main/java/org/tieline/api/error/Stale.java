package org.tieline.api.error;

import java.util.List;
import org.tieline.api.RecordRef;
import org.tieline.api.journal.JournalLine;

/** The record was changed by somebody else since the caller read it. */
public final class Stale extends Refusal {
    private static final long serialVersionUID = 1L;

    private final long version;
    private final transient List<JournalLine> since;

    /**
     * @param record what was to be changed
     * @param version the version it has now
     * @param since the journal lines since the version that the caller saw, oldest first
     */
    public Stale(RecordRef record, long version, List<JournalLine> since) {
        super(
                "The "
                        + record
                        + " was changed since you read it; it is now at version "
                        + version
                        + ". Read it again and repeat your change.");
        this.version = version;
        this.since = List.copyOf(since);
    }

    public long version() {
        return version;
    }

    public List<JournalLine> since() {
        return since;
    }
}
