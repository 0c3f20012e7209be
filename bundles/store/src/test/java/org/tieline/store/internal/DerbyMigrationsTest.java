package org.tieline.store.internal;

class DerbyMigrationsTest extends MigrationsTest {
    DerbyMigrationsTest() {
        super(Vendor.DERBY);
    }
}
