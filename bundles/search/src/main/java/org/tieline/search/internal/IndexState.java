package org.tieline.search.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the shell shows and does. */
@Component(service = IndexState.class)
public final class IndexState {
    private final FollowedIndex index;

    @Activate
    public IndexState(@Reference Indexing indexing) {
        index = indexing.index();
    }

    public FollowedIndex.State state() {
        return index.state();
    }

    /** Returns false if the index is being made anew already. */
    public boolean rebuild() {
        return index.rebuild("somebody asked for it in the shell");
    }
}
