package org.tieline.core.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.tieline.api.Page;
import org.tieline.api.access.Caller;
import org.tieline.api.journal.Journal;
import org.tieline.api.journal.JournalFilter;
import org.tieline.api.journal.JournalLine;
import org.tieline.core.shell.Pages;
import org.tieline.core.shell.ShellOptions;

/** {@code tieline:journal-list} */
@Service
@Command(scope = "tieline", name = "journal-list", description = "Lists the journal, newest first")
public final class JournalListCommand implements Action {
    @Reference private Journal journal;

    @Option(name = "--center", description = "Only lines of this center; * for the installation")
    private String center;

    @Option(name = "--kind", description = "Only lines about records of this kind")
    private String kind;

    @Option(name = "--record", description = "Only lines about the record of this id")
    private String record;

    @Option(name = "--actor", description = "Only lines of the person or account of this id")
    private String actor;

    @Option(name = "--from", description = "Only lines since a time such as 2026-11-21T20:00:00Z")
    private String from;

    @Option(name = "--to", description = "Only lines before a time")
    private String to;

    @Option(name = "--after", description = "Goes on where the page before ended")
    private String after;

    @Override
    public Object execute() {
        JournalFilter filter =
                new JournalFilter(
                        Optional.ofNullable(center),
                        Optional.ofNullable(kind),
                        Optional.ofNullable(record),
                        Optional.ofNullable(actor),
                        ShellOptions.time("--from", from),
                        ShellOptions.time("--to", to));
        Page<JournalLine> page = journal.list(Caller.shell(), filter, Pages.request(after));
        ShellTable table = new ShellTable().emptyTableText("No lines");
        table.column("At");
        table.column("Center");
        table.column("Number");
        table.column("Who");
        table.column("Record");
        table.column("Action");
        page.items()
                .forEach(
                        line ->
                                table.addRow()
                                        .addContent(
                                                line.at(),
                                                line.center(),
                                                line.number(),
                                                line.actor().name(),
                                                line.record(),
                                                line.action()));
        table.print(System.out);
        Pages.printNext(page);
        return null;
    }
}
