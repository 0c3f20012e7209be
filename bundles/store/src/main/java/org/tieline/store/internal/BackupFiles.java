package org.tieline.store.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Unavailable;
import org.tieline.store.BackupReport;
import org.tieline.store.Backups;
import org.tieline.store.FileReferences;
import org.tieline.store.WritableFolder;

/** Makes backups, those before migrations too, and notes them in the journal. */
final class BackupFiles implements Backups {
    private static final Logger LOG = LoggerFactory.getLogger(BackupFiles.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String AUTOMATIC = "before-migration-";
    private static final String SCRATCH = "backup-";
    private static final int KEPT = 5;

    private final Engine engine;
    private final Sql sql;
    private final Path data;
    private final Path files;
    private final Clock clock;
    private final SqlStore store;
    private final List<FileReferences> references = new CopyOnWriteArrayList<>();
    private final Queue<Path> deletedLater = new ConcurrentLinkedQueue<>();
    private final AtomicInteger making = new AtomicInteger();
    private boolean madeBeforeMigration;
    private Optional<BackupReport> toBeNoted = Optional.empty();

    BackupFiles(Engine engine, SqlStore store, Sql sql, Settings settings, Clock clock) {
        this.engine = engine;
        this.store = store;
        this.sql = sql;
        this.data = settings.data();
        this.files = settings.files();
        this.clock = clock;
    }

    /** Has files compared with these records from now on. */
    void know(FileReferences some) {
        references.add(some);
    }

    void forget(FileReferences some) {
        references.remove(some);
    }

    @Override
    public BackupReport backup(Caller caller, Path file) throws IOException {
        BackupReport report = make(file);
        note(caller, report);
        return report;
    }

    @Override
    public BackupReport verify(Path file) throws IOException {
        try (Archive archive = new Archive(file)) {
            return archive.report(file);
        }
    }

    @Override
    public Optional<Instant> last() {
        return store.read(BackupTable::last);
    }

    /** Deletes a file at once, or after the backup that is being made. */
    void delete(Path file) throws IOException {
        deletedLater.add(file);
        if (making.get() == 0) {
            deleteNow();
        }
    }

    private void deleteNow() throws IOException {
        for (Path file = deletedLater.poll(); file != null; file = deletedLater.poll()) {
            Files.deleteIfExists(file);
        }
    }

    private void note(Caller caller, BackupReport made) {
        PendingLine line = BackupLine.made(caller, made);
        try {
            store.write(
                    caller,
                    tx -> {
                        BackupTable.made(tx.sql(), tx.now(), made.faults());
                        tx.journal(
                                line.center(),
                                line.record(),
                                line.version(),
                                line.action(),
                                line.changes());
                        return null;
                    });
        } catch (Unavailable e) {
            LOG.warn(
                    "The backup {} was made, but the journal does not say so: {}",
                    made.file(),
                    e.getMessage());
        }
    }

    private BackupReport make(Path file) throws IOException {
        making.incrementAndGet();
        try {
            return makeNow(file);
        } finally {
            if (making.decrementAndGet() == 0) {
                deleteNow();
            }
        }
    }

    private BackupReport makeNow(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new IOException("There is a file " + target + " already; name another.");
        }
        if (target.getParent() == null || !Files.isDirectory(target.getParent())) {
            throw new IOException(
                    "There is no directory " + target.getParent() + "; make it first.");
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        requireRoom(target.getParent());
        Path scratch =
                Files.createTempDirectory(Files.createDirectories(data.resolve("tmp")), SCRATCH);
        BackupReport report;
        try {
            report = write(target, part, scratch);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException e) {
            throw new IOException("The backup failed: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(part);
            deleteFolder(scratch);
        }
        LOG.info("Backup made: {}", report.text());
        return report;
    }

    private BackupReport write(Path target, Path part, Path scratch)
            throws SQLException, IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        BackupReport report;
        createPrivate(part);
        try (ZipOutputStream zip =
                        new ZipOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(part), 1 << 16));
                Engine.Snapshot snapshot = engine.snapshot(scratch)) {
            FileCopy copy = new FileCopy(files, zip);
            Manifest manifest =
                    new Dump(snapshot.connection(), engine, zip)
                            .write(copy, references, sql, version(), now);
            report = copy.report(target, manifest.rows());
        }
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        return report;
    }

    /** A backup must not use up what changes need. */
    private void requireRoom(Path folder) throws IOException {
        long needed = engine.scratchBytes();
        long free = new WritableFolder(data).free();
        if (needed > 0 && free - needed < WritableFolder.RESERVE) {
            throw new IOException(
                    String.format(
                            "There is no room for a backup: it needs about %,d MiB in %s"
                                    + " meanwhile, where %,d MiB are free and %,d must stay free."
                                    + " Make room there.",
                            needed >> 20, data, free >> 20, WritableFolder.RESERVE >> 20));
        }
        Optional<Unavailable> why = new WritableFolder(folder).hindrance();
        if (why.isPresent()) {
            throw new IOException(why.get().getMessage(), why.get());
        }
    }

    /**
     * A backup holds password hashes: nobody else may read it, where the file system can say so.
     */
    private static void createPrivate(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
    }

    private static String version() {
        return Optional.ofNullable(FrameworkUtil.getBundle(BackupFiles.class))
                .map(Bundle::getVersion)
                .map(Object::toString)
                .orElse("unknown");
    }

    /** Makes one backup in the life of this process, and keeps the last few. */
    synchronized void beforeMigration() {
        if (madeBeforeMigration) {
            return;
        }
        try {
            Path directory = Files.createDirectories(data.resolve("backups"));
            Path file = directory.resolve(AUTOMATIC + STAMP.format(clock.instant()) + ".zip");
            toBeNoted = Optional.of(make(file));
            madeBeforeMigration = true;
            for (Path old : automatic(directory)) {
                Files.delete(old);
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "No backup could be made before changing the tables, so nothing was changed: "
                            + e.getMessage(),
                    e);
        }
    }

    /** Notes the backup before a migration, now that the journal's own tables are up to date. */
    synchronized void migrated() {
        toBeNoted.ifPresent(made -> note(Caller.system("upgrade"), made));
        toBeNoted = Optional.empty();
    }

    private static List<Path> automatic(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(AUTOMATIC))
                    .filter(file -> file.getFileName().toString().endsWith(".zip"))
                    .sorted(Comparator.reverseOrder())
                    .skip(KEPT)
                    .toList();
        }
    }

    /** Removes what a process that was killed left half done. */
    void tidy() throws IOException {
        Path scratch = data.resolve("tmp");
        if (Files.isDirectory(scratch)) {
            try (Stream<Path> left = Files.list(scratch)) {
                for (Path each :
                        left.filter(path -> path.getFileName().toString().startsWith(SCRATCH))
                                .toList()) {
                    deleteFolder(each);
                }
            }
        }
    }

    private static void deleteFolder(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
