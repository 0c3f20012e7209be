package org.tieline.store;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The folder for files that go with records. Backups take along what lies in it. With several nodes
 * it is one folder that all of them see.
 */
@ProviderType
public interface FileFolder {
    /** Where it is; it may be a link, and need not exist yet. */
    Path path();

    /**
     * Deletes a file, if it exists. While this node makes a backup, the file stays until that is
     * done, since the backup may hold its record.
     *
     * @throws IOException if it cannot be deleted
     */
    void delete(Path file) throws IOException;
}
