package org.tieline.lessons.internal.record;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.store.Database;
import org.tieline.store.Schema;
import org.tieline.store.Store;

/** The schema {@code lessons}, opened once for all that live in it. */
@Component(service = LessonStore.class)
public final class LessonStore {
    private final Store store;

    @Activate
    public LessonStore(@Reference Database database) {
        store =
                database.open(
                        new Schema(
                                "lessons",
                                LessonStore.class,
                                List.of(
                                        "001-lessons.sql",
                                        "002-use.sql",
                                        "003-feeds.sql",
                                        "004-follower.sql")));
    }

    public Store store() {
        return store;
    }
}
