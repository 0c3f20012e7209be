package org.tieline.core.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.tieline.api.Page;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Center;
import org.tieline.api.center.Centers;
import org.tieline.core.record.EnumNames;
import org.tieline.core.shell.Pages;

/** {@code tieline:center-list} */
@Service
@Command(scope = "tieline", name = "center-list", description = "Lists centers by id")
public final class CenterListCommand implements Action {
    @Reference private Centers centers;

    @Argument(name = "text", description = "Only those whose id or name contains it")
    private String text;

    @Option(name = "--after", description = "Goes on where the page before ended")
    private String after;

    @Override
    public Object execute() {
        Page<Center> page =
                centers.list(Caller.shell(), Optional.ofNullable(text), Pages.request(after));
        ShellTable table = new ShellTable().emptyTableText("No centers");
        table.column("Id");
        table.column("Name");
        table.column("Kind");
        table.column("State");
        page.items()
                .forEach(
                        center ->
                                table.addRow()
                                        .addContent(
                                                center.id(),
                                                center.facts().name(),
                                                EnumNames.of(center.facts().kind()),
                                                EnumNames.of(center.facts().state())));
        table.print(System.out);
        Pages.printNext(page);
        return null;
    }
}
