package org.tieline.store.internal;

class DerbyBackupTest extends BackupTest {
    DerbyBackupTest() {
        super(Vendor.DERBY);
    }
}
