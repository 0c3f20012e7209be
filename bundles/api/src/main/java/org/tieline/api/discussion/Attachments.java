package org.tieline.api.discussion;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Unavailable;

/**
 * Files added to records of every kind for which there is a {@link
 * org.tieline.spi.record.RecordKind}. Thread-safe. Who sees them, and what is thrown, is as with
 * {@link Comments}.
 */
@ProviderType
public interface Attachments {
    /** How many bytes a file may have. */
    long limit();

    /**
     * Returns the files of a record that were not removed, the latest first.
     *
     * @throws Invalid if the cursor is not one of this list
     */
    Page<Attachment> list(Caller caller, RecordRef record, PageRequest page);

    /**
     * @throws NotFound also if it was removed
     */
    Attachment get(Caller caller, String id);

    /**
     * Adds a file. What it is, is found out from its content; its name is believed only where the
     * content leaves it open.
     *
     * @param name any folder before it is left away
     * @param content read to its end, and not closed
     * @throws Invalid if the file is empty or larger than {@link #limit}, of a type that is not
     *     allowed, or its name is none
     * @throws IOException if the content cannot be read
     * @throws Unavailable if it cannot be kept
     */
    Attachment add(Caller caller, RecordRef record, String name, InputStream content)
            throws IOException;

    /**
     * Returns a file's content, to be closed by the caller.
     *
     * @throws NotFound also if it was removed
     * @throws Unavailable if it cannot be read
     */
    InputStream open(Caller caller, String id);

    /**
     * Removes a file for good; that there was one stays in the journal. Those who added it do that,
     * and moderators.
     *
     * @throws Forbidden if somebody else added it
     */
    void remove(Caller caller, String id);
}
