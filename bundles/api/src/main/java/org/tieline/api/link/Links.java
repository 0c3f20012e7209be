package org.tieline.api.link;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;

/**
 * Links between records of any kind. A link stands on the pages of both; whoever may not see the
 * record at its other end sees no link. It is made and removed by whoever may comment on the record
 * that it is from, and told in that center's journal. Thread-safe.
 */
@ProviderType
public interface Links {
    /** A record has at most this many links. */
    int MOST = 200;

    /**
     * Returns the links of a record, of both directions, the latest first.
     *
     * @throws NotFound if there is no such record for the caller
     */
    List<LinkedRecord> of(Caller caller, RecordRef record);

    /**
     * Returns a link of which the caller may see both ends, also one that was taken away.
     *
     * @throws NotFound if there is no such link for the caller
     */
    RecordLink get(Caller caller, String id);

    /**
     * Says what one record is to another. If that was said already, that link is returned.
     *
     * @throws NotFound if there is no such {@code from} for the caller
     * @throws Forbidden if the caller may not write in its center
     * @throws Invalid if there is no such {@code to} for the caller, or it is the same record
     * @throws Conflict if one of the two has {@value #MOST} links
     */
    RecordLink link(Caller caller, RecordRef from, Relation relation, RecordRef to);

    /**
     * Takes a link away. Does nothing if that was done before.
     *
     * @throws NotFound if there is no such link for the caller
     * @throws Forbidden if the caller may not write in its center
     */
    void unlink(Caller caller, String id);
}
