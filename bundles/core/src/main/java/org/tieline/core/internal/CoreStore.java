package org.tieline.core.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.store.Database;
import org.tieline.store.Schema;
import org.tieline.store.Store;

/** The schema {@code core}, opened once for all that live in it. */
@Component(service = CoreStore.class)
public final class CoreStore {
    private final Store store;

    @Activate
    public CoreStore(@Reference Database database) {
        store =
                database.open(
                        new Schema(
                                "core",
                                CoreStore.class,
                                List.of("001-core.sql", "002-sign-in.sql")));
    }

    public Store store() {
        return store;
    }
}
