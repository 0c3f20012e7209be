package org.tieline.store.internal;

class PostgresFollowersTest extends FollowersTest {
    PostgresFollowersTest() {
        super(Vendor.POSTGRES);
    }
}
