package org.tieline.itest;

import org.junit.jupiter.api.AfterEach;

class KillOnPostgresIT extends KillTest {
    private final Postgres server = new Postgres();
    private final Installation installation = Installation.withAdministrator(server.environment());

    @Override
    Installation installation() {
        return installation;
    }

    @AfterEach
    void close() {
        installation.close();
        server.close();
    }
}
