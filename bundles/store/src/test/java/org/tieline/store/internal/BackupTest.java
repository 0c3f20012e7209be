package org.tieline.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Reach;
import org.tieline.api.journal.JournalFilter;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.journal.Verification;
import org.tieline.spi.health.NotSetUp;
import org.tieline.store.BackupReport;
import org.tieline.store.FileReference;
import org.tieline.store.FileReferences;
import org.tieline.store.JournalStore;
import org.tieline.store.Schema;
import org.tieline.store.Store;
import org.tieline.store.testing.TestDatabase;

abstract class BackupTest {
    private static final Schema CREWS =
            new Schema("cars", Cars.class, List.of("001-cars.sql", "002-crews.sql"));
    private static final Schema LATER =
            new Schema(
                    "cars", Cars.class, List.of("001-cars.sql", "002-crews.sql", "004-later.sql"));

    private final Vendor vendor;
    private Path data;
    private Path empty;
    private Path file;
    private Opened source;
    private Store store;
    private Cars cars;

    BackupTest(Vendor vendor) {
        this.vendor = vendor;
    }

    @BeforeEach
    void make() {
        data = TestDatabase.directory();
        empty = TestDatabase.directory();
        file = data.resolve("backup.zip");
        source = new Opened(vendor.settings(data), Clock.systemUTC());
        store = source.database().open(CREWS);
        cars = new Cars(store);
    }

    @AfterEach
    void remove() {
        source.close();
        TestDatabase.delete(data);
        TestDatabase.delete(empty);
    }

    private void offer() {
        try {
            Files.createDirectories(empty.resolve("restore"));
            Files.copy(file, empty.resolve(Restore.FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() {
        cars.add(Cars.CALLER, "metro", "engine", Instant.parse("2026-03-08T02:30:00.123456Z"));
        store.write(
                Cars.CALLER,
                transaction -> {
                    DSLContext sql = transaction.sql();
                    sql.execute("insert into cars.crew (name, leads) values ('Ann', null)");
                    sql.execute("insert into cars.crew (name, leads) values ('Bob', 1)");
                    sql.execute("update cars.crew set leads = 2 where id = 1");
                    sql.execute(
                            "insert into cars.kinds (id, truth, amount, ratio, a_day, small, bytes)"
                                    + " values (?, ?, ?, ?, ?, ?, ?)",
                            "Ä\n\"x\"",
                            true,
                            new java.math.BigDecimal("12345.678"),
                            0.1,
                            java.sql.Date.valueOf("2026-03-08"),
                            (short) 7,
                            new byte[] {0, 1, -1});
                    sql.execute("insert into cars.kinds (id) values ('nothing')");
                    return null;
                });
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void aBackupIsRestoredIntoEitherDatabaseAndMigratedOn(Vendor target) throws IOException {
        fill();
        Path attachment = data.resolve("files/a/photo.jpg");
        Files.createDirectories(attachment.getParent());
        Files.writeString(attachment, "picture");
        source.backups().backup(Cars.CALLER, file);
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        offer();
        Settings settings = target.settings(empty);
        try (Opened restored = new Opened(settings, Clock.systemUTC())) {
            Store there = restored.database().open(LATER);
            for (String table : List.of("car", "crew", "kinds")) {
                String query = "select * from cars." + table + " order by id";
                assertThat(rows(there, query)).isEqualTo(rows(store, query));
            }
            assertThat(
                            there.<Integer>read(
                                    sql -> sql.fetchCount(org.jooq.impl.DSL.table("cars.later"))))
                    .isZero();
            there.write(
                    Cars.CALLER,
                    transaction -> {
                        transaction.sql().execute("insert into cars.crew (name) values ('Cid')");
                        return null;
                    });
            assertThat(rows(there, "select id from cars.crew order by id"))
                    .isEqualTo(List.of("[1]", "[2]", "[3]"));
            assertThatThrownBy(
                            () ->
                                    there.write(
                                            Cars.CALLER,
                                            transaction ->
                                                    transaction
                                                            .sql()
                                                            .execute(
                                                                    "update cars.crew set leads = 99"
                                                                            + " where id = 1")))
                    .isInstanceOf(org.jooq.exception.IntegrityConstraintViolationException.class);
            assertThat(new Cars(there).add("next")).isNotEmpty();
            JournalStore journal = restored.journal();
            assertThat(journal.verify(Reach.EVERYWHERE))
                    .isEqualTo(new Verification(2, 3, List.of()));
            assertThat(journal.position()).contains(3L);
        }
        assertThat(empty.resolve("files/a/photo.jpg")).hasContent("picture");
        assertThat(empty.resolve(Restore.FILE)).doesNotExist();
        try (Opened again = new Opened(settings, Clock.systemUTC())) {
            assertThat(new Cars(again.database().open(LATER)).add("later")).isNotEmpty();
        }
    }

    private static List<String> rows(Store store, String query) {
        return store.read(
                sql ->
                        sql.fetch(query).stream()
                                .map(
                                        row ->
                                                row.intoList().stream()
                                                        .map(BackupTest::text)
                                                        .toList()
                                                        .toString())
                                .toList());
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes
                ? java.util.Arrays.toString(bytes)
                : String.valueOf(value);
    }

    @Test
    void aBackupTakenWhileOthersWriteIsOfOneMoment() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(2);
        AtomicBoolean enough = new AtomicBoolean();
        try {
            Future<?> one = writers.submit(() -> writeUntil(enough));
            Future<?> two = writers.submit(() -> writeUntil(enough));
            source.backups().backup(Cars.CALLER, file);
            enough.set(true);
            one.get(30, TimeUnit.SECONDS);
            two.get(30, TimeUnit.SECONDS);
        } finally {
            writers.shutdownNow();
        }
        offer();
        try (Opened restored = new Opened(vendor.settings(empty), Clock.systemUTC())) {
            Store there = restored.database().open(CREWS);
            Verification verification = restored.journal().verify(Reach.EVERYWHERE);
            assertThat(verification.breaks()).isEmpty();
            assertThat(there.<Integer>read(sql -> sql.fetchCount(Cars.CAR)))
                    .isEqualTo((int) verification.lines() - 1);
        }
    }

    private void writeUntil(AtomicBoolean enough) {
        do {
            cars.add("more");
        } while (!enough.get());
    }

    @Test
    void aFileDeletedDuringABackupIsInItAndIsDeletedAfterwards() throws IOException {
        fill();
        Path there = data.resolve("files/a/photo.jpg");
        Files.createDirectories(there.getParent());
        Files.writeString(there, "picture");
        LogicalBackups backups = new LogicalBackups(source.internal());
        backups.know(
                new FileReferences() {
                    @Override
                    public String folder() {
                        return "a";
                    }

                    @Override
                    public void each(DSLContext sql, Consumer<FileReference> sink) {
                        try {
                            backups.delete(there);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                        sink.accept(
                                new FileReference(
                                        "a/photo.jpg",
                                        7,
                                        JournalHash.sha256("picture".getBytes()),
                                        "photo.jpg"));
                    }
                });
        assertThat(new BackupHealth(source.internal()).execute().iterator().next().getException())
                .isInstanceOf(NotSetUp.class);
        BackupReport report = backups.backup(Cars.CALLER, file);
        assertThat(report.complete()).isTrue();
        assertThat(report.files()).isEqualTo(1);
        assertThat(there).doesNotExist();
        assertThat(backups.verify(file)).isEqualTo(report);
        assertThat(backups.last()).isPresent();
        Result health = new BackupHealth(source.internal()).execute();
        assertThat(health.iterator().next().getMessage())
                .isEqualTo("The last backup was made less than an hour ago.");
        BackupReport second = backups.backup(Cars.CALLER, data.resolve("second.zip"));
        assertThat(second.complete()).isFalse();
        assertThat(second.examples())
                .containsExactly("\"photo.jpg\" (files/a/photo.jpg) is missing");
        assertThat(backups.verify(data.resolve("second.zip")).faults()).isEqualTo(1);
        assertThat(new BackupHealth(source.internal()).execute().getStatus())
                .isEqualTo(Result.Status.WARN);
        assertThat(told(source))
                .matches(
                        "test made second.zip: files 0, files missing or changed 1, records [1-9]\\d*");
    }

    @Test
    void anExistingFileIsNotOverwritten() throws IOException {
        Files.writeString(file, "mine");
        assertThatThrownBy(() -> source.backups().backup(Cars.CALLER, file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("already");
        assertThat(file).hasContent("mine");
    }

    @Test
    void aDatabaseThatHoldsRecordsIsNotRestoredInto() throws IOException {
        fill();
        source.backups().backup(Cars.CALLER, file);
        Settings settings = vendor.settings(empty);
        try (Opened other = new Opened(settings, Clock.systemUTC())) {
            new Cars(other.database().open(CREWS)).add("mine");
        }
        offer();
        assertThatThrownBy(() -> new Opened(settings, Clock.systemUTC()))
                .hasMessageContaining("not empty");
    }

    @Test
    void aDamagedBackupIsRefusedBeforeAnythingIsChanged() throws IOException {
        fill();
        source.backups().backup(Cars.CALLER, file);
        offer();
        try (var zip =
                java.nio.file.FileSystems.newFileSystem(
                        empty.resolve(Restore.FILE), (ClassLoader) null)) {
            Files.writeString(zip.getPath("data/cars/car.jsonl"), "[]");
        }
        Settings settings = vendor.settings(empty);
        assertThatThrownBy(() -> new Opened(settings, Clock.systemUTC()))
                .hasMessageContaining("damaged")
                .hasMessageContaining("car.jsonl");
        Files.delete(empty.resolve(Restore.FILE));
        try (Opened other = new Opened(settings, Clock.systemUTC())) {
            assertThat(other.journal().position()).isEmpty();
        }
    }

    @Test
    void aRestoreThatWasInterruptedGoesOnAtTheNextStart() throws IOException {
        fill();
        source.backups().backup(Cars.CALLER, file);
        offer();
        Settings settings = vendor.settings(empty);
        new Opened(settings, Clock.systemUTC()).close();
        assertThat(empty.resolve(Restore.FILE)).exists();
        try (Opened again = new Opened(settings, Clock.systemUTC())) {
            Store there = again.database().open(CREWS);
            assertThat(rows(there, "select name from cars.crew order by id"))
                    .isEqualTo(List.of("[Ann]", "[Bob]"));
            assertThat(again.journal().verify(Reach.EVERYWHERE).holds()).isTrue();
        }
        assertThat(empty.resolve(Restore.FILE)).doesNotExist();
    }

    @Test
    void theJournalSaysWhoMadeABackupAndWhatWasRestored() throws IOException {
        fill();
        source.backups().backup(Cars.CALLER, file);
        assertThat(told(source)).matches("test made backup.zip: files 0, records [1-9]\\d*");
        offer();
        Files.writeString(empty.resolve(Restore.NAME_FILE), "nightly.zip");
        try (Opened restored = new Opened(vendor.settings(empty), Clock.systemUTC())) {
            restored.database().open(CREWS);
            assertThat(told(restored))
                    .matches("restore restored nightly.zip: made .*Z, part cars, records 5");
        }
        assertThat(empty.resolve(Restore.NAME_FILE)).doesNotExist();
    }

    private static String told(Opened opened) {
        JournalLine line =
                opened.journal()
                        .list(Reach.EVERYWHERE, JournalFilter.ALL, PageRequest.FIRST)
                        .items()
                        .get(0);
        assertThat(line.record().kind()).isEqualTo("backup");
        assertThat(line.center()).isEqualTo("*");
        return line.actor().id()
                + " "
                + line.action()
                + " "
                + line.record().id()
                + line.changes().stream()
                        .map(change -> change.field() + " " + change.after().orElse(""))
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    @Test
    void healthSaysThatARestoreFailedAndWhy() throws IOException {
        store.write(
                Cars.CALLER,
                transaction ->
                        transaction
                                .sql()
                                .execute(
                                        "insert into cars.crew (name) values ('Ann'), ('Bob'),"
                                                + " ('Cid')"));
        source.backups().backup(Cars.CALLER, file);
        offer();
        rewrite("manifest.json", text -> text.replace("\"rows\" : 3,", "\"rows\" : 4,"));
        StartFailure failure = new StartFailure();
        try (SqlDatabase database =
                new SqlDatabase(vendor.settings(empty), Clock.systemUTC(), failure)) {
            assertThatThrownBy(() -> database.open(CREWS)).hasMessageContaining("should have");
            assertThat(worst(failure, database))
                    .startsWith("CRITICAL Restoring \"cars\" from restore/backup.zip failed: ")
                    .contains("cars.crew should have 4 rows, but the backup holds 3.")
                    .contains("restore another backup");
        }
    }

    @Test
    void healthNamesWhatNobodyOpensOfABackup() throws IOException {
        fill();
        source.backups().backup(Cars.CALLER, file);
        offer();
        StartFailure failure = new StartFailure();
        try (SqlDatabase database =
                new SqlDatabase(vendor.settings(empty), Clock.systemUTC(), failure)) {
            assertThat(worst(failure, database)).startsWith("WARN ").contains("\"cars\"");
            database.open(CREWS);
            assertThat(worst(failure, database)).doesNotContain("cars");
        }
    }

    private static String worst(StartFailure failure, SqlDatabase database) {
        return StreamSupport.stream(
                        new StoreHealth(failure, database, null).execute().spliterator(), false)
                .max(Comparator.comparing(ResultLog.Entry::getStatus))
                .map(entry -> entry.getStatus() + " " + entry.getMessage())
                .orElseThrow();
    }

    private void rewrite(String entry, UnaryOperator<String> change) throws IOException {
        try (var zip =
                java.nio.file.FileSystems.newFileSystem(
                        empty.resolve(Restore.FILE), (ClassLoader) null)) {
            Path path = zip.getPath(entry);
            String text = Files.readString(path);
            assertThat(change.apply(text)).isNotEqualTo(text);
            Files.writeString(path, change.apply(text));
        }
    }
}
