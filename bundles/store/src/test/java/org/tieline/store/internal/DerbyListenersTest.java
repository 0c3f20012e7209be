package org.tieline.store.internal;

class DerbyListenersTest extends ListenersTest {
    DerbyListenersTest() {
        super(Vendor.DERBY);
    }
}
