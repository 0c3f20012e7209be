package org.tieline.store.internal;

class PostgresStoreTest extends StoreTest {
    PostgresStoreTest() {
        super(Vendor.POSTGRES);
    }
}
