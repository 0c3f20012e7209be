package org.tieline.store.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.tieline.store.Backups;
import org.tieline.store.Database;
import org.tieline.store.JournalStore;
import org.tieline.store.internal.Opened;

/**
 * A new, empty database for a test class, with durable commits as in production. Close it after the
 * class.
 */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path data;
    private final Opened opened;

    private TestDatabase(Path data, Opened opened) {
        this.data = data;
        this.opened = opened;
    }

    public static TestDatabase derby() {
        return derby(Clock.systemUTC());
    }

    public static TestDatabase derby(Clock clock) {
        Path data = directory();
        copy(DerbyTemplate.DATA.resolve("db"), data.resolve("db"));
        return new TestDatabase(data, Opened.derby(data, clock));
    }

    public static TestDatabase postgres() {
        return postgres(Clock.systemUTC());
    }

    public static TestDatabase postgres(Clock clock) {
        Path data = directory();
        String url = newPostgresDatabase(PostgresTemplate.NAME);
        return new TestDatabase(data, Opened.postgres(data, clock, url, "postgres"));
    }

    /** Makes another empty database on this process's PostgreSQL server and returns its address. */
    public static String newPostgresDatabase() {
        return newPostgresDatabase("template0");
    }

    private static String newPostgresDatabase(String template) {
        String name = "test" + COUNT.incrementAndGet();
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " encoding 'UTF8' template " + template);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    public static Path directory() {
        try {
            return Files.createTempDirectory("tieline-store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Database database() {
        return opened.database();
    }

    public JournalStore journal() {
        return opened.journal();
    }

    public Backups backups() {
        return opened.backups();
    }

    public Opened opened() {
        return opened;
    }

    public Path data() {
        return data;
    }

    @Override
    public void close() {
        opened.close();
        delete(data);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A closed database that has the store's own tables, to be copied. */
    private static final class DerbyTemplate {
        static final Path DATA = make();

        private static Path make() {
            Path data = directory();
            Opened.derby(data, Clock.systemUTC()).close();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(data)));
            return data;
        }
    }

    /** The same in PostgreSQL. */
    private static final class PostgresTemplate {
        static final String NAME = make();

        private static String make() {
            Path data = directory();
            String url = newPostgresDatabase();
            Opened.postgres(data, Clock.systemUTC(), url, "postgres").close();
            delete(data);
            return url.replaceAll("^.*/([^?]*).*$", "$1");
        }
    }

    /** One server for the process. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server =
                        EmbeddedPostgres.builder()
                                .setPGStartupWait(Duration.ofMinutes(2))
                                .setServerConfig("fsync", "on")
                                .setServerConfig("synchronous_commit", "on")
                                .setServerConfig("full_page_writes", "on")
                                .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
