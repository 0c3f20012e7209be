package org.tieline.store;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.tieline.api.journal.JournalLine;

/**
 * Somebody who follows the journal: registered as an OSGi service, called with every line in the
 * order of commit, none left out, from the position that it has kept. Calls come one at a time, on
 * a thread of the journal's own; when one fails, the same lines come again after a pause that grows
 * from one second to a minute. A follower follows on every node and keeps the position together
 * with what it made of the lines, as an index does; whoever acts on what the journal says is a
 * {@link org.tieline.spi.journal.JournalListener}.
 */
@ConsumerType
public interface Follower {
    /** A name for health and logs. */
    String name();

    /**
     * The position of the last line that was dealt with; 0 for none. Asked when following starts
     * and after a failure.
     */
    long position();

    /**
     * Deals with the next lines: at once after a pause, else with all that came within a quarter of
     * a second. Keeps the position of the last; at most 1,000 at a time.
     */
    void follow(List<JournalLine> lines) throws Exception;
}
