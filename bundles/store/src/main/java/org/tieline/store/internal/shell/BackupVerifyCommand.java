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
import org.tieline.store.Backups;

/** {@code tieline:backup-verify FILE} */
@Service
@Command(
        scope = "tieline",
        name = "backup-verify",
        description = "Reads a backup and compares every part with its SHA-256")
public final class BackupVerifyCommand implements Action {
    @Reference private Backups backups;

    @Argument(name = "file", description = "A backup", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Override
    public Object execute() throws IOException {
        return "The backup is whole: " + backups.verify(Path.of(file).toAbsolutePath()).text();
    }
}
