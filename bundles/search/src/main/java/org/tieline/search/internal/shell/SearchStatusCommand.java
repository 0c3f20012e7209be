package org.tieline.search.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.tieline.search.internal.FollowedIndex;
import org.tieline.search.internal.IndexState;

/** {@code tieline:search-status} */
@Service
@Command(
        scope = "tieline",
        name = "search-status",
        description = "Tells how many records can be searched and how far the index is")
public final class SearchStatusCommand implements Action {
    @Reference private IndexState index;

    @Override
    public Object execute() {
        FollowedIndex.State state = index.state();
        ShellTable table = new ShellTable().noHeaders();
        table.column("what");
        table.column("value");
        List.of(
                        List.of("records that can be searched", state.documents()),
                        List.of("position in the journal", state.position()),
                        List.of("made anew", state.rebuilding() ? "yes, under way" : "no"),
                        List.of("kinds not complete", String.join(", ", state.incomplete())),
                        List.of("records read for that", state.read()),
                        List.of("damage", state.damage().orElse("none")))
                .forEach(row -> table.addRow().addContent(row.get(0), row.get(1)));
        table.print(System.out);
        return null;
    }
}
