package org.tieline.discussion.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.store.Database;
import org.tieline.store.Schema;
import org.tieline.store.Store;

/** The schema {@code discussion}, opened once for all that live in it. */
@Component(service = DiscussionStore.class)
public final class DiscussionStore {
    private final Store store;

    @Activate
    public DiscussionStore(@Reference Database database) {
        store =
                database.open(
                        new Schema(
                                "discussion",
                                DiscussionStore.class,
                                List.of("001-discussion.sql", "002-follower.sql", "003-link.sql")));
    }

    public Store store() {
        return store;
    }
}
