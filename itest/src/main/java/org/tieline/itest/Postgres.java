package org.tieline.itest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

/** A PostgreSQL server of its own, which writes to the disk before it confirms. */
public final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres server;

    public Postgres() {
        try {
            server =
                    EmbeddedPostgres.builder()
                            .setPGStartupWait(Duration.ofMinutes(2))
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("full_page_writes", "on")
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    /** What tells Tieline to use this server. */
    public Map<String, String> environment() {
        return Map.of(
                "TIELINE_DB_URL", url(),
                "TIELINE_DB_USER", "postgres",
                "TIELINE_DB_PASSWORD", "postgres");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
