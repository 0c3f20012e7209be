package org.tieline.lessons.internal.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.tieline.lessons.internal.knowledge.Knowledge;
import org.tieline.lessons.internal.knowledge.KnowledgePack;

/** {@code tieline:knowledge-list} */
@Service
@Command(
        scope = "tieline",
        name = "knowledge-list",
        description = "Lists the knowledge packs and what is wrong with their files")
public final class KnowledgeListCommand implements Action {
    @Reference private Knowledge knowledge;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable().emptyTableText("No knowledge packs");
        table.column("Pack");
        table.column("Version");
        table.column("Lessons");
        table.column("Faults");
        for (KnowledgePack pack : knowledge.packs()) {
            table.addRow()
                    .addContent(pack.name(), pack.version(), pack.lessons(), pack.faults().size());
        }
        table.print(System.out);
        for (KnowledgePack pack : knowledge.packs()) {
            pack.faults().forEach(fault -> System.out.println(pack.name() + ": " + fault));
        }
        return null;
    }
}
