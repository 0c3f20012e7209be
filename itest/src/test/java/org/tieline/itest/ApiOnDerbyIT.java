package org.tieline.itest;

import org.junit.jupiter.api.BeforeAll;

class ApiOnDerbyIT extends ApiTest {
    @BeforeAll
    void start(Installation installation) {
        use(installation);
    }
}
