package org.tieline.store.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tieline.api.access.Caller;
import org.tieline.store.BackupReport;
import org.tieline.store.Backups;
import org.tieline.store.FileFolder;
import org.tieline.store.FileReferences;

/** Offers the database's backups, and the folder of files that they take along. */
@Component(service = {Backups.class, FileFolder.class})
public final class LogicalBackups implements Backups, FileFolder {
    private final SqlDatabase database;

    @Activate
    public LogicalBackups(@Reference SqlDatabase database) {
        this.database = database;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "forget")
    void know(FileReferences references) {
        database.backups().know(references);
    }

    void forget(FileReferences references) {
        database.backups().forget(references);
    }

    @Override
    public BackupReport backup(Caller caller, Path file) throws IOException {
        return database.backups().backup(caller, file);
    }

    @Override
    public BackupReport verify(Path file) throws IOException {
        return database.backups().verify(file);
    }

    @Override
    public Optional<Instant> last() {
        return database.backups().last();
    }

    @Override
    public Path path() {
        return database.settings().files();
    }

    @Override
    public void delete(Path file) throws IOException {
        database.backups().delete(file);
    }
}
