package org.tieline.api.discussion;

import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;

/**
 * Comments on records of every kind for which there is a {@link org.tieline.spi.record.RecordKind}.
 * Thread-safe. They belong to the record's center: nobody else sees them, also where the record
 * itself is shared. Every method throws {@link NotFound} or {@link Forbidden} as {@link
 * org.tieline.api.access.Access} decides, and {@link NotFound} for a record that the caller may not
 * see.
 */
@ProviderType
public interface Comments {
    /**
     * Returns the comments on a record, the latest first.
     *
     * @throws Invalid if the cursor is not one of this list
     */
    Page<Comment> list(Caller caller, RecordRef record, PageRequest page);

    Comment get(Caller caller, String id);

    /**
     * Says something about a record.
     *
     * @param text is kept without spaces at its beginning and end
     * @throws Invalid if the text is empty or too long
     */
    Comment write(Caller caller, RecordRef record, String text);

    /**
     * Puts one's own comment differently.
     *
     * @param version the version that the caller saw
     * @throws Forbidden if somebody else said it
     * @throws Invalid as in {@link #write}
     * @throws Conflict if it was withdrawn
     * @throws Stale if it has another version by now
     */
    Comment edit(Caller caller, String id, long version, String text);

    /**
     * Takes a comment back: its text is removed, that there was one stays. Does nothing if it is
     * withdrawn already. Authors do that with their own, moderators with any.
     */
    Comment withdraw(Caller caller, String id);
}
