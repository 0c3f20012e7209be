package org.tieline.store.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL server, which several nodes may share. */
final class Postgres implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(Postgres.class);

    /** The key of the lock that a node holds while it changes tables: "Tieline" in ASCII. */
    private static final long LOCK = 0x5469656C696E65L;

    private final PGSimpleDataSource source;

    Postgres(String url, Optional<String> user, Optional<String> password) {
        this.source = new PGSimpleDataSource();
        source.setUrl(url);
        user.ifPresent(source::setUser);
        password.ifPresent(source::setPassword);
        source.setTcpKeepAlive(true);
        source.setReWriteBatchedInserts(true);
        if (source.getConnectTimeout() == 0) {
            source.setConnectTimeout(10);
        }
        source.setApplicationName("Tieline");
        source.setOptions("-c synchronous_commit=on -c lock_timeout=10s");
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.POSTGRES;
    }

    @Override
    public DataSource dataSource() {
        return source;
    }

    @Override
    public Map<String, String> types() {
        return Map.of("clob", "TEXT", "blob", "BYTEA", "timestamp", "TIMESTAMP(6)");
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Without those behind identity columns. */
    @Override
    public String sequences() {
        return "select sequencename, coalesce(last_value + increment_by, start_value)"
                + " from pg_sequences where schemaname = ? and not exists (select 1 from pg_depend"
                + " where objid = (quote_ident(schemaname) || '.' || quote_ident(sequencename))"
                + "::regclass and deptype = 'i')";
    }

    @Override
    public List<String> restart(String sequence, long next) {
        return List.of("alter sequence " + sequence + " restart with " + next);
    }

    @Override
    public Optional<DatabaseFailure> trouble(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return Optional.ofNullable(
                switch (state) {
                    case "40P01", "40001" -> DatabaseFailure.DEADLOCK;
                    case "55P03", "57014", "53000", "53200", "53300", "53400" ->
                            DatabaseFailure.BUSY;
                    case "53100" -> DatabaseFailure.FULL;
                    case "57P01", "57P02", "57P03", "25P03" -> DatabaseFailure.LOST_CONNECTION;
                    case "25006" -> DatabaseFailure.READ_ONLY;
                    default -> {
                        if (state.startsWith("08")) {
                            yield DatabaseFailure.LOST_CONNECTION;
                        }
                        yield String.valueOf(failure.getMessage()).contains("No space left")
                                ? DatabaseFailure.FULL
                                : null;
                    }
                });
    }

    @Override
    public Lock lock() throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = 0");
            if (!answer(statement, "SELECT pg_try_advisory_lock(" + LOCK + ")").equals("t")) {
                LOG.info("Another node is changing the tables; waiting for it.");
                statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return () -> {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.warn("The lock's connection did not close; the server releases it.", e);
            }
        };
    }

    @Override
    public boolean shared() {
        return true;
    }

    /** Waits for a server that is just starting. */
    void await(int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (true) {
            try {
                check();
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > end || !passing(e)) {
                    throw new IllegalStateException(
                            "PostgreSQL at "
                                    + address()
                                    + " does not answer: "
                                    + e.getMessage()
                                    + " Check url, user and password of org.tieline.store.",
                            e);
                }
                LOG.warn("PostgreSQL does not answer yet, waiting: {}", e.getMessage());
            }
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped while waiting for PostgreSQL.", e);
            }
        }
    }

    private boolean passing(SQLException failure) {
        return trouble(failure).isPresent();
    }

    private String address() {
        return String.join(",", source.getServerNames()) + "/" + source.getDatabaseName();
    }

    /** Refuses a server that would lose what it acknowledged, or that cannot hold every text. */
    void check() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            if (answer(statement, "SHOW fsync").equals("off")) {
                throw new IllegalStateException(
                        "PostgreSQL runs with fsync off and would lose acknowledged records in a power"
                                + " cut. Set fsync = on in postgresql.conf and restart it.");
            }
            if (answer(statement, "SHOW synchronous_commit").equals("off")) {
                throw new IllegalStateException(
                        "PostgreSQL refuses synchronous_commit for this connection and would lose"
                                + " acknowledged records. Connect without a pooler that drops the"
                                + " options of a connection, or set synchronous_commit = on.");
            }
            String encoding = answer(statement, "SHOW server_encoding");
            if (!encoding.equals("UTF8")) {
                throw new IllegalStateException(
                        "The PostgreSQL database has the encoding "
                                + encoding
                                + "; create one with ENCODING 'UTF8'.");
            }
        }
    }

    private static String answer(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public Snapshot snapshot(Path scratch) throws SQLException {
        Connection connection = source.getConnection();
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return new Snapshot(connection, () -> {});
    }

    @Override
    public void close() {
        // connections belong to the pool
    }
}
