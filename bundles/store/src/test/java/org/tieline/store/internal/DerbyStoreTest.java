package org.tieline.store.internal;

class DerbyStoreTest extends StoreTest {
    DerbyStoreTest() {
        super(Vendor.DERBY);
    }
}
