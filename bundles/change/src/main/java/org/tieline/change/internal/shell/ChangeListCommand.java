package org.tieline.change.internal.shell;

import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.tieline.api.Page;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ChangeEntry;
import org.tieline.api.change.ChangeFilter;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.Changes;
import org.tieline.api.record.Who;
import org.tieline.core.record.EnumNames;
import org.tieline.core.shell.Pages;
import org.tieline.core.shell.ShellOptions;

/** {@code tieline:change-list [--center ID] [--state STATE]} */
@Service
@Command(scope = "tieline", name = "change-list", description = "Lists changes, newest first")
public final class ChangeListCommand implements Action {
    @Reference private Changes changes;

    @Option(name = "--center", description = "Only those of this center")
    private String center;

    @Option(name = "--state", description = "Only those in this state, such as running")
    private String state;

    @Option(name = "--after", description = "Goes on where the page before ended")
    private String after;

    @Override
    public Object execute() {
        ChangeFilter all = ChangeFilter.ALL.within(Optional.ofNullable(center));
        ChangeFilter filter =
                Optional.ofNullable(state)
                        .map(word -> ShellOptions.oneOf(ChangeState.class, "--state", word))
                        .map(one -> all.in(Set.of(one)))
                        .orElse(all);
        Page<ChangeEntry> page = changes.list(Caller.shell(), filter, Pages.request(after));
        ShellTable table = new ShellTable().emptyTableText("No changes");
        table.column("Number");
        table.column("Title");
        table.column("Type");
        table.column("State");
        table.column("Starts");
        table.column("Implementer");
        table.column("Center");
        table.column("Id");
        page.items()
                .forEach(
                        change ->
                                table.addRow()
                                        .addContent(
                                                change.number(),
                                                change.title(),
                                                EnumNames.of(change.type()),
                                                EnumNames.of(change.state()),
                                                change.window()
                                                        .map(window -> window.start().toString())
                                                        .orElse(""),
                                                change.implementer().map(Who::name).orElse(""),
                                                change.center(),
                                                change.id()));
        table.print(System.out);
        Pages.printNext(page);
        return null;
    }
}
