package org.tieline.store.internal;

import org.tieline.store.testing.TestDatabase;

class PostgresStoreTest extends StoreTest {
    @Override
    TestDatabase open() {
        return TestDatabase.postgres();
    }
}
