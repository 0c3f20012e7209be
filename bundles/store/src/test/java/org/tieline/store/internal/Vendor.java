package org.tieline.store.internal;

import java.nio.file.Path;
import java.time.Clock;
import org.tieline.store.testing.TestDatabase;

/** The databases on which every promise of the store is tried. */
enum Vendor {
    DERBY {
        @Override
        Settings settings(Path data) {
            return Settings.embedded(data);
        }
    },
    POSTGRES {
        @Override
        Settings settings(Path data) {
            return Settings.postgres(
                    data, TestDatabase.newPostgresDatabase(), "postgres", "postgres");
        }
    };

    /** A new, empty database. */
    abstract Settings settings(Path data);

    TestDatabase open(Clock clock) {
        return this == DERBY ? TestDatabase.derby(clock) : TestDatabase.postgres(clock);
    }
}
