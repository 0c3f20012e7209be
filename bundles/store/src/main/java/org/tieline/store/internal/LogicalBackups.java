package org.tieline.store.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.store.Backups;

/** Offers the database's backups. */
@Component
public final class LogicalBackups implements Backups {
    private final SqlDatabase database;

    @Activate
    public LogicalBackups(@Reference SqlDatabase database) {
        this.database = database;
    }

    @Override
    public void backup(Caller caller, Path file) throws IOException {
        database.backups().backup(caller, file);
    }
}
