package org.tieline.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Reach;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Unavailable;
import org.tieline.api.journal.JournalFilter;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.journal.Verification;

/**
 * The journal's lines as they are stored, for whoever has decided already what may be seen. Every
 * method may throw {@link Unavailable}. Thread-safe.
 */
@ProviderType
public interface JournalStore {
    /**
     * Returns the lines within reach that the filter wants, newest first.
     *
     * @throws Invalid if the cursor is not one of this list
     */
    Page<JournalLine> list(Reach reach, JournalFilter filter, PageRequest page);

    /**
     * Hands what {@link #list} would return to {@code sink}, oldest first, without holding it in
     * memory and without holding the database up while the sink works. Lines that come meanwhile
     * are left out.
     */
    void stream(Reach reach, JournalFilter filter, Consumer<JournalLine> sink);

    /**
     * Returns the newest lines about a record, newest first.
     *
     * @param limit at most this many, 1 to {@value PageRequest#MAX_LIMIT}
     */
    List<JournalLine> history(RecordRef record, int limit);

    /**
     * Returns the newest lines about any of these records, newest first. For records with few lines
     * each, as all of them are read.
     *
     * @param limit at most this many, 1 to {@value PageRequest#MAX_LIMIT}
     */
    List<JournalLine> history(String kind, Collection<String> records, int limit);

    /** Recomputes every hash of every chain within reach, while writing goes on. */
    Verification verify(Reach reach);

    /**
     * Returns where every chain begins and ends, ordered by center. Noted elsewhere, they prove
     * later that nobody rewrote a chain as a whole.
     */
    List<Head> heads();

    /** Removes the lines that are older than {@code before}, each center's as a line of its own. */
    void retire(Instant before);

    /**
     * Where a chain begins and ends.
     *
     * @param center the center, or {@link org.tieline.api.access.Caller#EVERYWHERE}
     * @param first the number of the oldest line that is kept
     * @param last the number of the newest line
     * @param hash the newest line's hash
     */
    record Head(String center, long first, long last, String hash) {}

    /** The position of the newest line of all; empty while there is none. */
    Optional<Long> position();
}
