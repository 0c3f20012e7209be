package org.tieline.problem.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.store.Database;
import org.tieline.store.Schema;
import org.tieline.store.Store;

/** The schema {@code problem}, opened once for all that live in it. */
@Component(service = ProblemStore.class)
public final class ProblemStore {
    public static final String SCHEMA = "problem";

    private final Store store;

    @Activate
    public ProblemStore(@Reference Database database) {
        store =
                database.open(
                        new Schema(
                                SCHEMA,
                                ProblemStore.class,
                                List.of(
                                        "001-known-error.sql",
                                        "002-problem.sql",
                                        "003-incident.sql")));
    }

    public Store store() {
        return store;
    }
}
