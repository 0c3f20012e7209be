package org.tieline.store;

import org.osgi.annotation.versioning.ProviderType;

/** The one database of this installation. */
@ProviderType
public interface Database {
    /**
     * Brings a schema up to date and opens it. Under a lock that spans all nodes; before anything
     * is changed in a database that holds records, an automatic backup is made. Blocks until done;
     * call it while activating.
     *
     * @throws SchemaMismatch if the schema is newer than its migrations here, or migrations that
     *     ran were edited since; nothing was changed
     */
    Store open(Schema schema);
}
