package org.tieline.store;

import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells which files the records of a capability refer to, so that a backup can compare the two. A
 * service of this type speaks for one folder within the folder of files: what lies there and
 * belongs to no record is left out of backups.
 */
@ConsumerType
public interface FileReferences {
    /** The name of that folder, such as {@code attachments}. */
    String folder();

    /**
     * Hands over every file that a record refers to.
     *
     * @param sql what is to be read: the moment of a backup, not necessarily now
     */
    void each(DSLContext sql, Consumer<FileReference> sink);
}
