package org.tieline.sharing;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.store.Database;
import org.tieline.store.Schema;
import org.tieline.store.Store;

/**
 * The schema {@code sharing}, opened once. A capability whose own migrations move rows into it asks
 * for this first.
 */
@Component(service = SharingStore.class)
public final class SharingStore {
    private final Store store;

    @Activate
    public SharingStore(@Reference Database database) {
        store =
                database.open(
                        new Schema("sharing", SharingStore.class, List.of("001-sharing.sql")));
    }

    public Store store() {
        return store;
    }
}
