package org.tieline.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.access.Caller;

/**
 * A restore under way: each schema is migrated to where it was when the backup was made and then
 * loaded in one transaction, in which it is also noted as done. So a restore that was interrupted
 * goes on at the next start.
 */
final class Restore implements AutoCloseable {
    static final String FILE = "restore/backup.zip";

    /** Holds what the backup was called before it came here; may be absent. */
    static final String NAME_FILE = "restore/backup.name";

    private static final Logger LOG = LoggerFactory.getLogger(Restore.class);
    private static final Table<Record> RESTORED = DSL.table(DSL.name("store", "restored"));
    private static final Field<String> NAME = DSL.field(DSL.name("schema_name"), String.class);
    private static final Field<String> BACKUP = DSL.field(DSL.name("backup"), String.class);
    private static final Caller CALLER = Caller.system("restore");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Engine engine;
    private final Sql sql;
    private final JournalWriter journal;
    private final Path data;
    private final Path files;
    private final Clock clock;
    private final Archive archive;

    private Restore(
            Engine engine,
            Sql sql,
            JournalWriter journal,
            Path data,
            Path files,
            Clock clock,
            Archive archive) {
        this.engine = engine;
        this.sql = sql;
        this.journal = journal;
        this.data = data;
        this.files = files;
        this.clock = clock;
        this.archive = archive;
    }

    /**
     * Begins or goes on with a restore if a backup lies where one is looked for.
     *
     * @throws IllegalStateException if the backup is damaged or the database holds something else
     */
    static Optional<Restore> find(
            Engine engine, Sql sql, JournalWriter journal, Path data, Path files, Clock clock) {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            LOG.info("Restoring {}", file);
            Restore restore =
                    new Restore(engine, sql, journal, data, files, clock, new Archive(file));
            try {
                restore.begin(file);
            } catch (SQLException | IOException | RuntimeException e) {
                restore.close();
                throw e;
            }
            return Optional.of(restore);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(
                    "Cannot restore "
                            + file
                            + ": "
                            + e.getMessage()
                            + " Nothing was changed. Put a whole backup in its place, or move it"
                            + " away to start without.",
                    e);
        }
    }

    private void begin(Path file) throws SQLException, IOException {
        try (Connection connection = engine.dataSource().getConnection()) {
            DSLContext context = sql.on(connection);
            Set<String> begun = ids(context);
            boolean same = begun.equals(Set.of(archive.id()));
            if (!same && !(begun.isEmpty() && empty(context))) {
                throw new IllegalStateException(
                        "There is a backup to restore, "
                                + file
                                + ", but the database is not empty. Move the file away to start with the"
                                + " database as it is, or restore into an empty data directory and an"
                                + " empty database.");
            }
            if (!same) {
                archive.restoreFiles(files);
            }
        }
    }

    private static Set<String> ids(DSLContext context) {
        try {
            return context.selectDistinct(BACKUP).from(RESTORED).fetchSet(BACKUP);
        } catch (DataAccessException noSuchTable) {
            return Set.of();
        }
    }

    private static boolean empty(DSLContext context) {
        try {
            return ChainTable.head(context) == 0;
        } catch (DataAccessException noSuchTable) {
            return true;
        }
    }

    /** What the backup holds of a schema, if that was not restored yet. */
    Optional<Manifest.SchemaPart> wanted(Connection connection, String schema) {
        return pending(sql.on(connection)).stream()
                .filter(part -> part.name().equals(schema))
                .findFirst();
    }

    /** The names of the schemas that were not restored yet. */
    Set<String> waiting(Connection connection) {
        return pending(sql.on(connection)).stream()
                .map(Manifest.SchemaPart::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The schemas that were not restored yet. */
    private List<Manifest.SchemaPart> pending(DSLContext context) {
        Set<String> done;
        try {
            done = context.select(NAME).from(RESTORED).fetchSet(NAME);
        } catch (DataAccessException noSuchTable) {
            done = Set.of();
        }
        Set<String> restored = done;
        return archive.manifest().schemas().stream()
                .filter(schema -> !restored.contains(schema.name()))
                .toList();
    }

    /**
     * Loads a schema whose tables are as they were when the backup was made, and notes it in the
     * journal. The journal's own are not noted: they may be of an older form still.
     */
    void load(Connection connection, Manifest.SchemaPart schema) throws SQLException {
        connection.setAutoCommit(false);
        try {
            new TableLoad(connection, engine, archive).load(schema);
            sql.on(connection)
                    .insertInto(RESTORED, NAME, BACKUP)
                    .values(schema.name(), archive.id())
                    .execute();
            if (!schema.name().equals("store")) {
                journal.append(
                        connection,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        List.of(
                                BackupLine.restored(
                                        CALLER, originalName(), archive.manifest(), schema)));
            }
            connection.commit();
            LOG.info("Restored {}: {} rows", schema.name(), schema.rows());
        } catch (SQLException | IOException | RuntimeException e) {
            connection.rollback();
            throw new Failed(
                    "Restoring \""
                            + schema.name()
                            + "\" from "
                            + FILE
                            + " failed: "
                            + why(e)
                            + " Its records are missing. Start the version that made the backup, "
                            + archive.manifest().version()
                            + ", or a newer one; or empty the data directory and the database and"
                            + " restore another backup.",
                    e);
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Says in its message what may be said to everybody. */
    static final class Failed extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Failed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private Path originalName() throws IOException {
        Path note = data.resolve(NAME_FILE);
        String name = Files.exists(note) ? Files.readString(note).strip() : "";
        return Path.of(name.isEmpty() ? FILE : name);
    }

    /** What may be said to everybody: the database's own words would quote records. */
    private static String why(Exception failure) {
        if (failure instanceof SQLException refused) {
            return "the database refused it (SQLSTATE " + refused.getSQLState() + "; see the log).";
        }
        return failure.getClass() == IOException.class
                ? failure.getMessage()
                : "its records cannot be read (see the log).";
    }

    /** Puts the backup aside once everything is restored. Returns whether it is. */
    boolean finish(Connection connection) {
        DSLContext context = sql.on(connection);
        if (!pending(context).isEmpty()) {
            return false;
        }
        try {
            close();
            Path file = data.resolve(FILE);
            Files.deleteIfExists(data.resolve(NAME_FILE));
            Files.move(file, file.resolveSibling("done-" + STAMP.format(clock.instant()) + ".zip"));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot put the restored backup aside.", e);
        }
        context.deleteFrom(RESTORED).execute();
        LOG.info(
                "The backup of {} is restored: {} records; {} files, each read again and equal by"
                        + " SHA-256 to the backup. {} files were missing when it was made.",
                archive.manifest().created(),
                archive.manifest().rows(),
                archive.manifest().files().size(),
                archive.manifest().missing().size());
        return true;
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
