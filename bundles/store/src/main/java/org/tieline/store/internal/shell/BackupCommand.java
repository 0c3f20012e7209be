package org.tieline.store.internal.shell;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.tieline.api.access.Caller;
import org.tieline.store.BackupReport;
import org.tieline.store.Backups;

/** {@code tieline:backup FILE} */
@Service
@Command(
        scope = "tieline",
        name = "backup",
        description = "Writes everything into a file while writing goes on")
public final class BackupCommand implements Action {
    @Reference private Backups backups;

    @Argument(name = "file", description = "A zip file that does not exist yet", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Override
    public Object execute() throws IOException {
        Path target = Path.of(file).toAbsolutePath();
        BackupReport report = backups.backup(Caller.shell(), target);
        System.out.println("Backup made: " + report.text());
        if (!report.complete()) {
            throw new IllegalStateException(
                    "The backup was made and is kept, but not every file is in it as its record"
                            + " says.");
        }
        return null;
    }
}
