package org.tieline.store.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.store.Schema;
import org.tieline.store.SchemaMismatch;
import org.tieline.store.Types;

/**
 * Brings schemas up to date. What a schema was brought to is remembered as a digest of its
 * migrations, so that a start that has nothing to change costs one query.
 */
final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final Table<Record> MIGRATED = DSL.table(DSL.name("store", "migrated"));
    private static final Field<String> NAME = DSL.field(DSL.name("schema_name"), String.class);
    private static final Field<String> DIGEST = DSL.field(DSL.name("digest"), String.class);
    private static final Field<Instant> AT = DSL.field(DSL.name("happened_at"), Types.INSTANT);

    private final Engine engine;
    private final Sql sql;
    private final Clock clock;
    private final BackupFiles backups;
    private final boolean heldRecords;
    private Optional<Restore> restore;

    Migrations(
            Engine engine, Sql sql, Clock clock, BackupFiles backups, Optional<Restore> restore) {
        this.engine = engine;
        this.sql = sql;
        this.clock = clock;
        this.backups = backups;
        this.restore = restore;
        this.heldRecords = restore.isEmpty() && holdsRecords();
    }

    private boolean holdsRecords() {
        try (Connection connection = engine.dataSource().getConnection()) {
            return ChainTable.head(sql.on(connection)) > 0;
        } catch (DataAccessException noSuchTable) {
            return false;
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * @throws SchemaMismatch if it cannot be brought to what this program needs
     */
    synchronized void bringUpToDate(Schema schema) {
        MigrationFiles files = new MigrationFiles(schema);
        String digest = files.digest();
        try (Connection connection = engine.dataSource().getConnection()) {
            connection.setAutoCommit(true);
            if (restore.isEmpty() && digest(connection, schema).equals(Optional.of(digest))) {
                return;
            }
            try (Engine.Lock held = engine.lock()) {
                restore(schema, files, connection);
                if (!digest(connection, schema).equals(Optional.of(digest))) {
                    migrate(schema, files, connection);
                    remember(connection, schema, digest);
                }
            }
            backups.migrated();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The tables of \""
                            + schema.name()
                            + "\" could not be brought up to date: "
                            + e.getMessage(),
                    e);
        }
    }

    private void restore(Schema schema, MigrationFiles files, Connection connection)
            throws SQLException {
        if (restore.isEmpty()) {
            return;
        }
        Optional<Manifest.SchemaPart> wanted = restore.get().wanted(connection, schema.name());
        if (wanted.isPresent()) {
            createSchema(schema, connection);
            new Changelog(schema, files, engine, connection).updateTo(wanted.get().migrations());
            restore.get().load(connection, wanted.get());
        }
        if (restore.get().finish(connection)) {
            restore = Optional.empty();
        }
    }

    /** Returns the schemas of a backup under restore that were not restored yet. */
    synchronized Set<String> unopened() {
        if (restore.isEmpty()) {
            return Set.of();
        }
        try (Connection connection = engine.dataSource().getConnection()) {
            return restore.get().waiting(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be read: " + e.getMessage(), e);
        }
    }

    /** Closes what is still open of a restore. */
    synchronized void close() {
        try {
            if (restore.isPresent()) {
                restore.get().close();
            }
        } catch (IOException e) {
            LOG.warn("The backup that is being restored did not close.", e);
        }
    }

    private void migrate(Schema schema, MigrationFiles files, Connection connection)
            throws SQLException {
        createSchema(schema, connection);
        Changelog changelog = new Changelog(schema, files, engine, connection);
        int pending = changelog.pending();
        if (pending > 0) {
            if (heldRecords) {
                backups.beforeMigration();
            }
            LOG.info(
                    "Bringing the tables of {} up to date: {} {}",
                    schema.name(),
                    pending,
                    pending == 1 ? "migration" : "migrations");
            changelog.update();
        }
    }

    private void createSchema(Schema schema, Connection connection) throws SQLException {
        boolean exists = false;
        try (var rows = connection.getMetaData().getSchemas()) {
            while (rows.next()) {
                exists |= rows.getString(1).equalsIgnoreCase(schema.name());
            }
        }
        if (!exists) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create schema " + schema.name());
            }
        }
        connection.setSchema(engine.fold(schema.name()));
    }

    private Optional<String> digest(Connection connection, Schema schema) {
        try {
            return sql.on(connection)
                    .select(DIGEST)
                    .from(MIGRATED)
                    .where(NAME.eq(schema.name()))
                    .fetchOptional(DIGEST);
        } catch (DataAccessException e) {
            return Optional.empty();
        }
    }

    private void remember(Connection connection, Schema schema, String digest) throws SQLException {
        connection.setAutoCommit(true);
        DSLContext context = sql.on(connection);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int known =
                context.update(MIGRATED)
                        .set(DIGEST, digest)
                        .set(AT, now)
                        .where(NAME.eq(schema.name()))
                        .execute();
        if (known == 0) {
            context.insertInto(MIGRATED, NAME, DIGEST, AT)
                    .values(schema.name(), digest, now)
                    .execute();
        }
    }
}
