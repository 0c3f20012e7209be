package org.tieline.itest;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class KillOnDerbyIT extends KillTest {
    private final Installation installation = Installation.withAdministrator(Map.of());

    @Override
    Installation installation() {
        return installation;
    }

    @AfterEach
    void close() {
        installation.close();
    }
}
