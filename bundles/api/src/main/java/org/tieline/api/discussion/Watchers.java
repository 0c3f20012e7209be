package org.tieline.api.discussion;

import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;

/**
 * Who is told when something happens to a record, about the topic {@code watching}: everything that
 * the journal says of it, its comments and files included, but not what they do themselves and
 * nothing that they may no longer see. Thread-safe. Who may watch, and what is thrown, is as with
 * {@link Comments}: who may read the comments may watch.
 */
@ProviderType
public interface Watchers {
    /**
     * Tells how a record is watched.
     *
     * @param watching true if the caller watches it
     * @param count how many people do, up to {@value #MOST}
     */
    record Watching(boolean watching, int count) {}

    int MOST = 1_000;

    Watching get(Caller caller, RecordRef record);

    /**
     * Watches from now on; does nothing if the caller watches already.
     *
     * @throws Conflict if the caller is a machine, or {@value #MOST} people watch already
     */
    Watching watch(Caller caller, RecordRef record);

    /** Stops watching; does nothing if the caller does not watch. */
    Watching unwatch(Caller caller, RecordRef record);
}
