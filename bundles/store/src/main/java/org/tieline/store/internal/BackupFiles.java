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
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Unavailable;
import org.tieline.store.Backups;

/** Makes backups, those before migrations too, and notes them in the journal. */
final class BackupFiles implements Backups {
    private static final Logger LOG = LoggerFactory.getLogger(BackupFiles.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String AUTOMATIC = "before-migration-";
    private static final String SCRATCH = "backup-";
    private static final int KEPT = 5;

    private final Engine engine;
    private final Path data;
    private final Clock clock;
    private final SqlStore store;
    private boolean madeBeforeMigration;
    private Optional<Made> toBeNoted = Optional.empty();

    BackupFiles(Engine engine, SqlStore store, Path data, Clock clock) {
        this.engine = engine;
        this.store = store;
        this.data = data;
        this.clock = clock;
    }

    private record Made(Path file, long records) {}

    @Override
    public void backup(Caller caller, Path file) throws IOException {
        note(caller, make(file));
    }

    private void note(Caller caller, Made made) {
        PendingLine line = BackupLine.made(caller, made.file(), made.records());
        try {
            store.write(
                    caller,
                    tx -> {
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

    private Made make(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new IOException("There is a file " + target + " already; name another.");
        }
        if (target.getParent() == null || !Files.isDirectory(target.getParent())) {
            throw new IOException(
                    "There is no directory " + target.getParent() + "; make it first.");
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Path scratch =
                Files.createTempDirectory(Files.createDirectories(data.resolve("tmp")), SCRATCH);
        long records;
        try {
            records = write(part, scratch);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException e) {
            throw new IOException("The backup failed: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(part);
            delete(scratch);
        }
        LOG.info("Backup made: {}, {} records", target, records);
        return new Made(target, records);
    }

    private long write(Path part, Path scratch) throws SQLException, IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Manifest manifest;
        createPrivate(part);
        try (ZipOutputStream zip =
                        new ZipOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(part), 1 << 16));
                Engine.Snapshot snapshot = engine.snapshot(scratch)) {
            manifest = new Dump(snapshot.connection(), engine, zip).write(data, version(), now);
        }
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        return manifest.rows();
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
                    delete(each);
                }
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
