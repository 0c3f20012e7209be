package org.tieline.store;

import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.error.Unavailable;

/**
 * Up to where a follower has dealt with the journal, for followers that do not keep that together
 * with what they make of the lines. It reaches the disk only now and then, so lines may come again
 * after a restart: who tells people of them tells each only once. For the thread that follows.
 */
@ProviderType
public interface FollowerPosition {
    /**
     * The position of the last line that was dealt with. A follower that never was before begins at
     * the journal's end: what happened until then is no news.
     *
     * @throws Unavailable if the database cannot be asked
     */
    long get();

    /**
     * All lines up to this position are dealt with. Noted in the store when something was done for
     * them, else every 500 lines, as each time is a write to the disk.
     *
     * @throws Unavailable if it could not be noted
     */
    void reached(long position, boolean somethingDone);
}
