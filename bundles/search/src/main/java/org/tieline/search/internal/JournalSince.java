package org.tieline.search.internal;

import java.util.List;
import java.util.Optional;
import org.tieline.api.journal.JournalLine;

/** What the index must know of the journal beside the lines that it follows. */
interface JournalSince {
    /** The position of the newest line; 0 if there is none. */
    long head();

    /** Returns the lines behind a position, oldest first; empty if they are too many to read. */
    Optional<List<JournalLine>> since(long position);
}
