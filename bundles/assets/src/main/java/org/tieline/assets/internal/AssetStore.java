package org.tieline.assets.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.store.Database;
import org.tieline.store.Schema;
import org.tieline.store.Store;

/** The schema {@code assets}, opened once for all that live in it. */
@Component(service = AssetStore.class)
public final class AssetStore {
    private final Store store;

    @Activate
    public AssetStore(@Reference Database database) {
        store = database.open(new Schema("assets", AssetStore.class, List.of("001-assets.sql")));
    }

    public Store store() {
        return store;
    }
}
