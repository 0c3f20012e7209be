package org.tieline.store.internal;

class PostgresMigrationsTest extends MigrationsTest {
    PostgresMigrationsTest() {
        super(Vendor.POSTGRES);
    }
}
