package org.tieline.store;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.access.Caller;

/** Copies of everything in the database, in a form that any supported database takes back. */
@ProviderType
public interface Backups {
    /**
     * Writes a consistent copy of all records, and of the attachments, while writing goes on. The
     * file appears under its name only when it is whole. The journal notes who made it; a database
     * that takes no more writes can still be backed up, and then the log says that it was not
     * noted.
     *
     * @param caller who is noted in the journal as having made it; anybody may
     * @param file a zip file that does not exist yet, in a directory that does
     * @throws IOException if it cannot be written; the message says why
     */
    void backup(Caller caller, Path file) throws IOException;
}
