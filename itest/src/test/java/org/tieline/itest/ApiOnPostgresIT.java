package org.tieline.itest;

import org.junit.jupiter.api.BeforeAll;

class ApiOnPostgresIT extends ApiTest {
    @BeforeAll
    void start(@Shared.OnPostgres Installation installation) {
        use(installation);
    }
}
