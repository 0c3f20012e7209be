package org.tieline.notices.internal.record;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.store.Database;
import org.tieline.store.Schema;
import org.tieline.store.Store;

/** The schema {@code notices}, opened once for all that live in it. */
@Component(service = NoticeStore.class)
public final class NoticeStore {
    private final Store store;

    @Activate
    public NoticeStore(@Reference Database database) {
        store = database.open(new Schema("notices", NoticeStore.class, List.of("001-notices.sql")));
    }

    public Store store() {
        return store;
    }
}
