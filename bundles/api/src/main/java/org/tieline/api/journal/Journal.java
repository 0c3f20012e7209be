package org.tieline.api.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;

/** Reads and checks the journal. Reading it is itself written to it. Thread-safe. */
@ProviderType
public interface Journal {
    /** The field of a line of {@link #history} about a part: what that says now. */
    String SAYS = "says";

    /**
     * Returns lines of the centers whose journal the caller may read, newest first.
     *
     * @throws NotFound if the filter names a center where the caller holds no role
     * @throws Forbidden if the caller may read no center's journal
     * @throws Invalid if the cursor is not one of this list
     */
    Page<JournalLine> list(Caller caller, JournalFilter filter, PageRequest page);

    /**
     * Hands every line that {@link #list} would return to {@code sink}, oldest first, without
     * holding them in memory.
     */
    void export(Caller caller, JournalFilter filter, Consumer<JournalLine> sink);

    /**
     * Returns the newest lines about one record, newest first: its history. The caller must be able
     * to read the record itself; the capability that owns it checks that before it asks. A record
     * that several centers share, such as a person who holds roles in two, leaves lines in the
     * chain of each: only those of centers in which the caller holds a role are returned.
     *
     * <p>What happened to its parts, such as comments, comes among it: of those of {@link
     * org.tieline.spi.record.RecordParts}, of which each kind names its newest. Their lines tell no
     * fields; the one that adds a part has {@value #SAYS}, if it says something.
     *
     * @param limit at most this many, 1 to {@value PageRequest#MAX_LIMIT}
     */
    List<JournalLine> history(Caller caller, RecordRef record, int limit);

    /**
     * Recomputes every hash.
     *
     * @param center the chain to check; empty for all that the caller may read
     */
    Verification verify(Caller caller, Optional<String> center);
}
