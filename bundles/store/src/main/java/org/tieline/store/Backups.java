package org.tieline.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.access.Caller;

/** Copies of everything in the database, in a form that any supported database takes back. */
@ProviderType
public interface Backups {
    /**
     * Writes a consistent copy of all records, and of the files that they refer to, while writing
     * goes on. Each file is compared with its record by size and SHA-256; what is missing or
     * different is reported, and the backup is kept all the same. The file appears under its name
     * only when it is whole. The journal notes who made it; a database that takes no more writes
     * can still be backed up, and then the log says that it was not noted.
     *
     * @param caller who is noted in the journal as having made it; anybody may
     * @param file a zip file that does not exist yet, in a directory that does
     * @return what it holds, and what is missing in it
     * @throws IOException if it cannot be written; the message says why
     */
    BackupReport backup(Caller caller, Path file) throws IOException;

    /**
     * Reads a whole backup and compares every part with the SHA-256 that was noted when it was
     * made.
     *
     * @return what it holds, and what was missing when it was made
     * @throws IOException if it is damaged, or not a backup; the message says which
     */
    BackupReport verify(Path file) throws IOException;

    /** Returns when the last backup of this database was made, if any was. */
    Optional<Instant> last();
}
