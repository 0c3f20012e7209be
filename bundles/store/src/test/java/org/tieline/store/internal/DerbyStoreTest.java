package org.tieline.store.internal;

import org.tieline.store.testing.TestDatabase;

class DerbyStoreTest extends StoreTest {
    @Override
    TestDatabase open() {
        return TestDatabase.derby();
    }
}
