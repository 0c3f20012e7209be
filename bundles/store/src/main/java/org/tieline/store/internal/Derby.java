package org.tieline.store.internal;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.tieline.api.error.Unavailable;

/** Derby inside the process, which alone owns the files. */
final class Derby implements Engine {
    private static final Set<String> LOST =
            Set.of("08000", "08001", "08003", "08004", "08006", "45000", "XJ040", "XJ001", "40XT1");
    private static final Set<String> FULL = Set.of("XSLA4", "XSDF1", "XSLAA", "XSLAK", "XSDG9");

    private static final Set<String> READ_ONLY = Set.of("25501", "25502", "25503", "25505");

    private final DerbySource source;

    Derby(Path data) throws IOException {
        Path home = Files.createDirectories(data.resolve("db").toAbsolutePath());
        configure(home);
        this.source = new DerbySource(home.resolve("tieline"));
    }

    /** Derby reads these once, when its engine starts. */
    private static void configure(Path home) {
        Map.of(
                        "derby.system.home", home.toString(),
                        "derby.stream.error.style", "rollingFile",
                        "derby.stream.error.rollingFile.pattern", "%d/derby-%g.log",
                        "derby.stream.error.rollingFile.limit", "1000000",
                        "derby.stream.error.rollingFile.count", "3",
                        "derby.locks.deadlockTimeout", "2",
                        "derby.locks.waitTimeout", "10",
                        "derby.storage.pageCacheSize", "4000",
                        "derby.storage.logBufferSize", "524288",
                        "derby.language.statementCacheSize", "500")
                .forEach(
                        (key, value) -> {
                            if (System.getProperty(key) == null) {
                                System.setProperty(key, value);
                            }
                        });
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.DERBY;
    }

    @Override
    public DataSource dataSource() {
        return source;
    }

    @Override
    public Map<String, String> types() {
        return Map.of("clob", "CLOB(1G)", "blob", "BLOB(1G)", "timestamp", "TIMESTAMP");
    }

    @Override
    public String name() {
        return "derby";
    }

    @Override
    public String fold(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    @Override
    public String sequences() {
        return "select q.sequencename, syscs_util.syscs_peek_at_sequence(s.schemaname, q.sequencename)"
                + " from sys.syssequences q join sys.sysschemas s on q.schemaid = s.schemaid"
                + " where s.schemaname = ?";
    }

    @Override
    public List<String> restart(String sequence, long next) {
        return List.of(
                "drop sequence " + sequence + " restrict",
                "create sequence " + sequence + " as bigint start with " + next);
    }

    @Override
    public Optional<DatabaseFailure> trouble(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (noSpace(cause)) {
                return Optional.of(DatabaseFailure.FULL);
            }
        }
        for (SQLException each = failure; each != null; each = each.getNextException()) {
            String state = String.valueOf(each.getSQLState());
            if (state.equals("40001")) {
                return Optional.of(DatabaseFailure.DEADLOCK);
            }
            if (state.equals("40XL1") || state.equals("40XL2")) {
                return Optional.of(DatabaseFailure.BUSY);
            }
            if (FULL.contains(state) || noSpace(each)) {
                return Optional.of(DatabaseFailure.FULL);
            }
            if (READ_ONLY.contains(state)) {
                return Optional.of(DatabaseFailure.READ_ONLY);
            }
        }
        return LOST.contains(String.valueOf(failure.getSQLState()))
                ? Optional.of(DatabaseFailure.LOST_CONNECTION)
                : Optional.empty();
    }

    private static boolean noSpace(Throwable cause) {
        return String.valueOf(cause.getMessage()).contains("No space left");
    }

    @Override
    public Optional<Unavailable> hindrance() {
        return source.hindrance();
    }

    @Override
    public Optional<Unavailable> outage() {
        return source.outage();
    }

    @Override
    public boolean heal() {
        return source.heal();
    }

    @Override
    public Lock lock() {
        return () -> {};
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public Snapshot snapshot(Path scratch) throws SQLException {
        try (Connection connection = source.getConnection();
                CallableStatement copy =
                        connection.prepareCall("call SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
            copy.setString(1, scratch.toString());
            copy.execute();
        }
        Path moment = scratch.resolve("tieline");
        Connection connection = DerbySource.source(moment, false).getConnection();
        connection.setAutoCommit(false);
        return new Snapshot(connection, () -> DerbySource.shutDown(moment));
    }

    @Override
    public long scratchBytes() throws IOException {
        try (Stream<Path> files = Files.walk(source.directory())) {
            return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() {
        source.shutDown();
    }
}
