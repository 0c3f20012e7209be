package org.tieline.spi.journal;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.tieline.api.journal.JournalLine;

/**
 * Somebody who acts on what the journal says, such as telling people or another program of it;
 * registered as an OSGi service for as long as it can act. The store remembers for each listener,
 * by its name, up to where it has heard the journal. While the service is away nothing is lost:
 * once it is back it hears all that was written meanwhile, as far as the journal is kept. So a
 * listener that needs another service to act has a mandatory reference to it, and is away while
 * that is. A listener that was never there before begins at the journal's end: what happened until
 * then is no news.
 */
@ConsumerType
public interface JournalListener {
    /** What a name looks like. */
    String NAME = "[a-z][a-z0-9-]{0,99}";

    /** How many lines are handed over at a time, at most. */
    int BATCH = 1_000;

    /**
     * A name for the remembered position, for health and logs: 1 to 100 lower-case letters, digits
     * and hyphens, beginning with a letter. It never changes, and no other listener has it; of two
     * with the same name one is called, and the log says so.
     */
    String name();

    /**
     * Deals with the next lines: those of every center and every kind of record, in the order in
     * which they were committed, none left out. It returns when it is done with all of them.
     *
     * <p>Calls come one at a time, on a thread that is this listener's alone; another listener that
     * is slow or fails holds nobody up. Where several nodes share a database, one of them at a time
     * calls the listener of a name. The thread is interrupted when the service goes away or the
     * server stops.
     *
     * <p>Lines come at least once: after a crash, or when another node takes over, the last seconds
     * may come again, and so may all the lines of a call that threw. So give what you make of a
     * line a key that makes doing it again harmless, such as {@link JournalLine#position()}.
     *
     * @param lines 1 to {@value #BATCH}, by position
     * @throws Exception if it cannot deal with all of them now: health says so, and the same lines
     *     come again after a pause that grows from a second to a minute, for as long as it throws.
     *     A line that it will never be able to deal with is the listener's to log and pass over
     */
    void heard(List<JournalLine> lines) throws Exception;
}
