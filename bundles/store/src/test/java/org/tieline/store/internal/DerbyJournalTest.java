package org.tieline.store.internal;

class DerbyJournalTest extends JournalTest {
    DerbyJournalTest() {
        super(Vendor.DERBY);
    }
}
