package org.tieline.search.internal.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.tieline.search.internal.IndexState;

/** {@code tieline:search-rebuild} */
@Service
@Command(
        scope = "tieline",
        name = "search-rebuild",
        description = "Makes the search index anew from the records; the old one answers meanwhile")
public final class SearchRebuildCommand implements Action {
    @Reference private IndexState index;

    @Override
    public Object execute() {
        return index.rebuild()
                ? "The index is being made anew. tieline:search-status tells how far it is."
                : "The index is being made anew already. tieline:search-status tells how far it is.";
    }
}
