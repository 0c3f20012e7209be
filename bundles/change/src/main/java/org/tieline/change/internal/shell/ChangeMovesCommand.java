package org.tieline.change.internal.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Changes;
import org.tieline.core.record.EnumNames;

/** {@code tieline:change-moves ID} */
@Service
@Command(
        scope = "tieline",
        name = "change-moves",
        description = "Shows where a change can go from here, and what is missing for it")
public final class ChangeMovesCommand implements Action {
    @Reference private Changes changes;

    @Argument(name = "id", required = true, description = "The change's id")
    private String id;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable().emptyTableText("This change has ended");
        table.column("Move");
        table.column("To");
        table.column("Missing");
        changes.moves(Caller.shell(), id)
                .forEach(
                        option ->
                                table.addRow()
                                        .addContent(
                                                EnumNames.of(option.move()),
                                                EnumNames.of(option.to()),
                                                String.join(
                                                        "; ",
                                                        option.missing().stream()
                                                                .map(Object::toString)
                                                                .toList())));
        table.print(System.out);
        return null;
    }
}
