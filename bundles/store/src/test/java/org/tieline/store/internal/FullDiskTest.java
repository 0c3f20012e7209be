package org.tieline.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.api.Result;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Reach;
import org.tieline.api.error.Unavailable;
import org.tieline.store.Store;
import org.tieline.store.testing.TestDatabase;

/** Runs out of space on a small file system of its own, which only root can mount. */
class FullDiskTest {
    private static final String NOTES = "x".repeat(20_000);

    private Path small;

    @BeforeEach
    void mount() throws Exception {
        small = TestDatabase.directory();
        Files.setPosixFilePermissions(small, PosixFilePermissions.fromString("rwxrwxrwx"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=110m,mode=0777", "tmpfs", small.toString())
                        == 0,
                "skipped: a small file system can be mounted by root only");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", small.toString());
        Files.deleteIfExists(small);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Test
    void aFullDiskUnderDerbyEndsInAClearErrorAndWorksAgainWithSpace() throws Exception {
        Path ballast = small.resolve("ballast");
        Files.write(ballast, new byte[60 << 20]);
        try (Opened opened = new Opened(Settings.embedded(small), Clock.systemUTC())) {
            checkFullAndFree(opened, () -> Files.delete(ballast));
        }
    }

    @Test
    void aFullDiskUnderPostgresEndsInAClearErrorAndWorksAgainWithSpace() throws Exception {
        Path ballast = small.resolve("ballast");
        Path space = Files.createDirectory(small.resolve("space"));
        Files.write(ballast, new byte[85 << 20]);
        Path data = TestDatabase.directory();
        String url = TestDatabase.newPostgresDatabase();
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create tablespace small location '" + space + "'");
        }
        try (Opened opened =
                new Opened(
                        Settings.postgres(data, url, "postgres", "postgres"), Clock.systemUTC())) {
            opened.database().open(Cars.SCHEMA);
            try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                    Statement statement = connection.createStatement()) {
                statement.execute("alter table cars.car set tablespace small");
                statement.execute("alter table cars.car alter column notes set storage external");
            }
            checkFullAndFree(opened, () -> Files.delete(ballast));
            try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                    Statement statement = connection.createStatement()) {
                statement.execute("drop schema cars cascade");
                statement.execute("drop tablespace small");
            }
        } finally {
            TestDatabase.delete(data);
        }
    }

    private interface Freeing {
        void free() throws IOException;
    }

    private static void checkFullAndFree(Opened opened, Freeing freeing) throws IOException {
        Store store = opened.database().open(Cars.SCHEMA);
        Cars cars = new Cars(store);
        int[] written = {0};
        assertThatThrownBy(
                        () -> {
                            while (written[0] < 10_000) {
                                add(store, cars);
                                written[0]++;
                            }
                        })
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        full -> {
                            assertThat(full.reason()).isEqualTo(Unavailable.Reason.FULL);
                            assertThat(full).hasMessageMatching("(?s).*(No space|disk is full).*");
                        });
        assertThat(written[0]).isPositive();
        assertThat(store.<Integer>read(sql -> sql.fetchCount(Cars.CAR))).isEqualTo(written[0]);
        assertThat(health(opened)).startsWith("CRITICAL Records can be read, but not changed.");
        freeing.free();
        cars.add("after");
        int cars1 = store.read(sql -> sql.fetchCount(Cars.CAR));
        assertThat(cars1).isEqualTo(written[0] + 1);
        assertThat(opened.journal().verify(Reach.EVERYWHERE))
                .satisfies(
                        verification -> {
                            assertThat(verification.breaks()).isEmpty();
                            assertThat(verification.lines()).isEqualTo(written[0] + 1L);
                        });
    }

    private static String health(Opened opened) {
        Result result = new WritingHealth(opened.internal()).execute();
        return result.getStatus() + " " + result.iterator().next().getMessage();
    }

    @Test
    void whenNothingAtAllIsLeftReadingGoesOnAndTheDatabaseIsOpenedAnewWithSpace() throws Exception {
        Derby derby = new Derby(small);
        DerbySource source = (DerbySource) derby.dataSource();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table car (name varchar(20000))");
        }
        Path ballast = small.resolve("ballast");
        assertThat(run("dd", "if=/dev/zero", "of=" + ballast, "bs=1M")).isNotZero();
        int written = writeUntilItBreaks(source);
        assertThat(derby.hindrance()).isPresent();
        for (int i = 0; i < 3; i++) {
            assertThat(count(source)).isBetween(written, written + 1);
        }
        assertThat(derby.heal()).isFalse();
        Files.delete(ballast);
        if (derby.hindrance().isPresent()) {
            assertThat(derby.heal()).isTrue();
        }
        assertThat(derby.hindrance()).isEmpty();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into car values ('after')");
        }
        assertThat(count(source)).isBetween(written + 1, written + 2);
        derby.close();
    }

    private static int writeUntilItBreaks(DerbySource source) throws SQLException {
        int written = 0;
        try (Connection connection = source.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into car values (?)")) {
            while (true) {
                insert.setString(1, NOTES);
                insert.execute();
                written++;
            }
        } catch (SQLException full) {
            // a statement that found no page leaves Derby well; its log ends with the next ones
        }
        try (Connection connection = source.getConnection();
                PreparedStatement update = connection.prepareStatement("update car set name = ?")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < 1_000; i++) {
                update.setString(1, NOTES.substring(i));
                update.execute();
                connection.rollback();
            }
        } catch (SQLException broken) {
            return written;
        }
        return written;
    }

    private static int count(DerbySource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setReadOnly(false);
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select count(*) from car")) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    @Test
    void whileTheFolderIsReadOnlyReadingGoesOnAndWritingComesBackWithIt() throws Exception {
        try (Opened opened = new Opened(Settings.embedded(small), Clock.systemUTC())) {
            Store store = opened.database().open(Cars.SCHEMA);
            Cars cars = new Cars(store);
            String before = cars.add("before");
            assertThat(run("mount", "--bind", small.toString(), small.toString())).isZero();
            assertThat(run("mount", "-o", "remount,bind,ro", small.toString())).isZero();
            try {
                assertThatThrownBy(() -> cars.add("refused"))
                        .isInstanceOfSatisfying(
                                Unavailable.class,
                                refused ->
                                        assertThat(refused.reason())
                                                .isEqualTo(Unavailable.Reason.READ_ONLY));
                assertThat(cars.name(before)).contains("before");
                assertThat(health(opened)).contains("cannot be written to");
            } finally {
                run("umount", small.toString());
            }
            cars.add("after");
            assertThat(health(opened)).doesNotContain("cannot be written to");
        }
    }

    private static void add(Store store, Cars cars) {
        store.write(
                Cars.CALLER,
                transaction -> {
                    String id = cars.add(transaction, "metro", "car", Instant.EPOCH);
                    transaction
                            .sql()
                            .update(Cars.CAR)
                            .set(DSL.field(DSL.name("notes"), String.class), NOTES)
                            .where(Cars.ID.eq(id))
                            .execute();
                    return null;
                });
    }
}
