package org.tieline.store.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jooq.SQLDialect;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Unavailable;
import org.tieline.store.Database;
import org.tieline.store.Rounds;
import org.tieline.store.Schema;
import org.tieline.store.SchemaMismatch;
import org.tieline.store.Store;

/** The database of this installation: Derby inside the process, or PostgreSQL. */
@Component(
        service = {Database.class, SqlDatabase.class},
        configurationPid = "org.tieline.store",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        immediate = true)
public final class SqlDatabase implements Database, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqlDatabase.class);
    private static final Schema OWN =
            new Schema(
                    "store",
                    SqlDatabase.class,
                    List.of(
                            "001-journal.sql",
                            "002-follower.sql",
                            "003-lease.sql",
                            "004-backup.sql",
                            "005-number.sql"));
    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]{1,29}");
    private static final Set<String> RESERVED =
            Set.of(OWN.name(), "public", "information_schema", "app", "sys", "nullid", "sqlj");
    private static final int WAIT_SECONDS = 60;
    private static final Duration CARE = Duration.ofSeconds(1);
    private static final Caller SELF = Caller.system("store");

    private final Settings settings;
    private final Clock clock;
    private final StartFailure failure;
    private final Engine engine;
    private final HikariDataSource pool;
    private final SqlStore store;
    private final BackupFiles backups;
    private final Migrations migrations;
    private final Rounds care = new Rounds("care for the database");

    @Activate
    public SqlDatabase(
            BundleContext context,
            Map<String, Object> configuration,
            @Reference StartFailure failure) {
        this(() -> settings(context, configuration), Clock.systemUTC(), failure, true);
    }

    SqlDatabase(Settings settings, Clock clock) {
        this(settings, clock, new StartFailure());
    }

    SqlDatabase(Settings settings, Clock clock, StartFailure failure) {
        this(() -> settings, clock, failure, false);
    }

    private SqlDatabase(
            Supplier<Settings> given, Clock clock, StartFailure failure, boolean measured) {
        this.clock = clock;
        this.failure = failure;
        try {
            this.settings = given.get();
            Files.createDirectories(settings.data());
            this.engine = engine(settings);
        } catch (IOException | RuntimeException e) {
            String why = "The store cannot start: " + e.getMessage();
            if (measured) {
                failure.end(why);
            }
            throw failure.report(OWN.name(), why, e);
        }
        HikariDataSource opened = null;
        try {
            this.pool = opened = pool(engine, settings, measured);
            JournalWriter journal = new JournalWriter(engine.dialect() == SQLDialect.POSTGRES);
            Sql sql = new Sql(engine.dialect());
            this.store = new SqlStore(pool, engine, sql, journal, clock);
            this.backups = new BackupFiles(engine, store, sql, settings, clock);
            backups.tidy();
            this.migrations =
                    new Migrations(
                            engine,
                            sql,
                            clock,
                            backups,
                            Restore.find(
                                    engine,
                                    sql,
                                    journal,
                                    settings.data(),
                                    settings.files(),
                                    clock));
            migrations.bringUpToDate(OWN);
        } catch (IOException | RuntimeException e) {
            if (opened != null) {
                opened.close();
            }
            engine.close();
            throw e instanceof SchemaMismatch
                    ? failure.report(OWN.name(), e.getMessage(), e)
                    : failure.report(OWN.name(), "The store cannot start: " + e.getMessage(), e);
        }
        failure.clear(OWN.name());
        care.begin(CARE, CARE, this::care);
        LOG.info("The store is open: {}", settings);
    }

    private static Settings settings(BundleContext context, Map<String, Object> configuration) {
        String data = System.getenv("TIELINE_DATA");
        if (data == null || data.isBlank()) {
            data = context.getProperty("tieline.data");
        }
        if (data == null || data.isBlank()) {
            data = context.getProperty("karaf.data");
        }
        if (data == null || data.isBlank()) {
            throw new IllegalArgumentException(
                    "TIELINE_DATA must name the directory for everything that must survive.");
        }
        return Settings.of(Path.of(data).toAbsolutePath(), configuration, System.getenv());
    }

    private static Engine engine(Settings settings) throws IOException {
        if (settings.url().isEmpty()) {
            return new Derby(settings.data());
        }
        Postgres postgres =
                new Postgres(settings.url().get(), settings.user(), settings.password());
        postgres.await(WAIT_SECONDS);
        return postgres;
    }

    private static HikariDataSource pool(Engine engine, Settings settings, boolean measured) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("tieline");
        config.setDataSource(engine.dataSource());
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(Math.min(2, settings.poolSize()));
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(10));
        config.setRegisterMbeans(measured);
        return new HikariDataSource(config);
    }

    /** Brings writing back once what stood against it is gone, whether somebody writes or not. */
    private void care() {
        Writability writability = store.writability();
        writability.tell();
        if (engine.heal()) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
        if (writability.failed() && engine.hindrance().isEmpty()) {
            tryWriting();
        }
        writability.tell();
    }

    private void tryWriting() {
        try {
            store.write(SELF, tx -> ChainTable.touch(tx.sql()));
        } catch (Unavailable e) {
            LOG.debug("Changes are not taken yet: {}", e.getMessage());
            if (e.reason() == Unavailable.Reason.READ_ONLY) {
                pool.getHikariPoolMXBean().softEvictConnections();
            }
        }
    }

    @Override
    public Store open(Schema schema) {
        if (!NAME.matcher(schema.name()).matches() || RESERVED.contains(schema.name())) {
            throw new IllegalArgumentException(
                    "A schema's name is 2 to 30 lower-case letters and underscores and none of "
                            + RESERVED
                            + ", but is \""
                            + schema.name()
                            + "\".");
        }
        try {
            migrations.bringUpToDate(schema);
        } catch (SchemaMismatch | Restore.Failed e) {
            throw failure.report(schema.name(), e.getMessage(), e);
        } catch (RuntimeException e) {
            String why = "The tables of \"" + schema.name() + "\" did not open; the log says why.";
            failure.report(schema.name(), why, new IllegalStateException(why, e));
            throw e;
        }
        failure.clear(schema.name());
        return store;
    }

    /** The schemas of a backup under restore that nobody has opened yet. */
    Set<String> unopened() {
        return migrations.unopened();
    }

    SqlStore store() {
        return store;
    }

    BackupFiles backups() {
        return backups;
    }

    Engine engine() {
        return engine;
    }

    Settings settings() {
        return settings;
    }

    Clock clock() {
        return clock;
    }

    HikariDataSource pool() {
        return pool;
    }

    @Deactivate
    @Override
    public void close() {
        care.stop();
        migrations.close();
        pool.close();
        engine.close();
    }
}
