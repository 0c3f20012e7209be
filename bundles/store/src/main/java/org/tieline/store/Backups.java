package org.tieline.store;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Copies of everything in the database, in a form that any supported database takes back. */
@ProviderType
public interface Backups {
    /**
     * Writes a consistent copy of all records, and of the attachments, while writing goes on. The
     * file appears under its name only when it is whole.
     *
     * @param file a zip file that does not exist yet, in a directory that does
     * @throws IOException if it cannot be written; the message says why
     */
    void backup(Path file) throws IOException;
}
