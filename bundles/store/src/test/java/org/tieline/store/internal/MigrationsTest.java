package org.tieline.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tieline.store.Schema;
import org.tieline.store.SchemaMismatch;
import org.tieline.store.testing.TestDatabase;

abstract class MigrationsTest {
    private static final Schema FIRST = schema("001-cars.sql");
    private static final Schema SECOND = schema("001-cars.sql", "002-crews.sql");

    private final Vendor vendor;
    private Path data;
    private Settings settings;

    MigrationsTest(Vendor vendor) {
        this.vendor = vendor;
    }

    private static Schema schema(String... migrations) {
        return new Schema("cars", Cars.class, List.of(migrations));
    }

    @BeforeEach
    void make() {
        data = TestDatabase.directory();
        settings = vendor.settings(data);
    }

    @AfterEach
    void remove() {
        TestDatabase.delete(data);
    }

    private Opened start() {
        return new Opened(settings, Clock.systemUTC());
    }

    private List<String> backups() throws IOException {
        Path directory = data.resolve("backups");
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void anUpgradeKeepsTheRecordsAndMakesOneBackupBefore() throws IOException {
        String id;
        try (Opened before = start()) {
            id = new Cars(before.database().open(FIRST)).add("engine");
        }
        assertThat(backups()).isEmpty();
        try (Opened after = start()) {
            assertThat(new Cars(after.database().open(SECOND)).name(id)).contains("engine");
        }
        assertThat(backups()).singleElement().asString().matches("before-migration-.*Z\\.zip");
        try (Opened again = start()) {
            again.database().open(SECOND);
        }
        assertThat(backups()).hasSize(1);
    }

    @Test
    void tablesOfANewerVersionStopTheStartWithASentence() {
        try (Opened newer = start()) {
            newer.database().open(SECOND);
        }
        try (Opened older = start()) {
            assertThatThrownBy(() -> older.database().open(FIRST))
                    .isInstanceOf(SchemaMismatch.class)
                    .hasMessageContaining("newer version")
                    .hasMessageContaining("002-crews.sql");
        }
    }

    @Test
    void anEditedMigrationStopsTheStartWithASentence() {
        try (Opened before = start()) {
            before.database().open(SECOND);
        }
        Schema edited =
                new Schema(
                        "cars",
                        org.tieline.store.internal.edited.Marker.class,
                        List.of("001-cars.sql", "002-crews.sql"));
        try (Opened after = start()) {
            assertThatThrownBy(() -> after.database().open(edited))
                    .isInstanceOf(SchemaMismatch.class)
                    .hasMessageContaining("edited")
                    .hasMessageContaining("001-cars.sql");
        }
    }

    @Test
    void aLockThatAKilledProcessLeftIsReleased() throws SQLException {
        try (Opened before = start()) {
            before.database().open(FIRST);
            try (Connection connection = before.internal().engine().dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "insert into cars.databasechangeloglock (id, locked, lockedby)"
                                + " select 1, true, 'dead' from store.journal_head where not exists"
                                + " (select 1 from cars.databasechangeloglock)");
                statement.execute(
                        "update cars.databasechangeloglock set locked = true, lockedby = 'dead'");
            }
        }
        try (Opened after = start()) {
            new Cars(after.database().open(SECOND)).add("engine");
        }
    }

    @Test
    void aMigrationThatFailsLeavesTheSchemaAsItWas() {
        Schema broken = schema("001-cars.sql", "003-broken.sql");
        try (Opened before = start()) {
            before.database().open(FIRST);
            assertThatThrownBy(() -> before.database().open(broken))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("cars");
        }
        try (Opened after = start()) {
            new Cars(after.database().open(SECOND)).add("engine");
        }
    }

    @Test
    void severalThatStartAtOnceMigrateOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        List<Opened> opened = new ArrayList<>();
        try {
            if (vendor == Vendor.DERBY) {
                opened.add(start());
            }
            List<Future<String>> starts = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                starts.add(
                        nodes.submit(
                                () -> {
                                    Opened node = vendor == Vendor.DERBY ? opened.get(0) : start();
                                    synchronized (opened) {
                                        opened.add(node);
                                    }
                                    return new Cars(node.database().open(SECOND)).add("engine");
                                }));
            }
            for (Future<String> each : starts) {
                assertThat(each.get(60, TimeUnit.SECONDS)).isNotEmpty();
            }
        } finally {
            nodes.shutdownNow();
            opened.stream().distinct().forEach(Opened::close);
        }
    }
}
