package org.tieline.store.internal;

class PostgresJournalTest extends JournalTest {
    PostgresJournalTest() {
        super(Vendor.POSTGRES);
    }
}
