package org.tieline.store.internal;

class PostgresBackupTest extends BackupTest {
    PostgresBackupTest() {
        super(Vendor.POSTGRES);
    }
}
