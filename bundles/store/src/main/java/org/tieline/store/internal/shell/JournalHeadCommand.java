package org.tieline.store.internal.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.tieline.store.JournalStore;

/** {@code tieline:journal-head} */
@Service
@Command(
        scope = "tieline",
        name = "journal-head",
        description =
                "Prints where each center's journal ends; noted elsewhere, it shows later whether a"
                        + " chain was rewritten")
public final class JournalHeadCommand implements Action {
    @Reference private JournalStore journal;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        table.column("center");
        table.column("first");
        table.column("last");
        table.column("hash of the last");
        journal.heads()
                .forEach(
                        head ->
                                table.addRow()
                                        .addContent(
                                                head.center(),
                                                head.first(),
                                                head.last(),
                                                head.hash()));
        table.print(System.out);
        return null;
    }
}
