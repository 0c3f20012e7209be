package org.tieline.store.internal;

class PostgresListenersTest extends ListenersTest {
    PostgresListenersTest() {
        super(Vendor.POSTGRES);
    }
}
