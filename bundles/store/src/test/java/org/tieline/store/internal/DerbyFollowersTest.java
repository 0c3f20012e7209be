package org.tieline.store.internal;

class DerbyFollowersTest extends FollowersTest {
    DerbyFollowersTest() {
        super(Vendor.DERBY);
    }
}
