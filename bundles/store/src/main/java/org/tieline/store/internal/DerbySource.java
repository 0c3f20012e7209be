package org.tieline.store.internal;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.derby.iapi.services.monitor.Monitor;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.apache.derby.shared.common.reference.Property;
import org.slf4j.LoggerFactory;
import org.tieline.api.error.Unavailable;
import org.tieline.store.WritableFolder;

/**
 * Connections to Derby's files. Derby shuts the database down when it cannot write its log, and
 * opens it automatically with the next connection: read-only, as long as the disk is full, and then
 * for good. Here that is noticed, reading goes on, and the database is opened anew once it can be
 * written to.
 *
 * <p>Where files that were not closed properly cannot be written to, Derby would leave out what is
 * in its log and show the records as they were some time ago. Such a database is not opened.
 */
final class DerbySource implements DataSource {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(DerbySource.class);

    private final Path directory;
    private final EmbeddedDataSource source;
    private final WritableFolder folder;
    private final ReadWriteLock opening = new ReentrantReadWriteLock();
    private volatile boolean readOnly;
    private volatile Unavailable outage;

    DerbySource(Path directory) {
        this.directory = directory;
        this.source = source(directory, true);
        this.folder = new WritableFolder(directory);
    }

    Path directory() {
        return directory;
    }

    static EmbeddedDataSource source(Path directory, boolean create) {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(directory.toString());
        if (create) {
            source.setCreateDatabase("create");
        }
        return source;
    }

    @Override
    public Connection getConnection() throws SQLException {
        opening.readLock().lock();
        try {
            if (!running() && !writable()) {
                throw closed();
            }
            Connection connection = source.getConnection();
            if (connection.isReadOnly()) {
                if (!writable()) {
                    connection.close();
                    throw closed();
                }
                readOnly = true;
                connection = reading(connection);
            }
            outage = null;
            return connection;
        } catch (SQLException e) {
            if (outage == null) {
                LOG.error("The database cannot be opened", e);
            }
            outage =
                    new Unavailable(
                            Unavailable.Reason.LOST_CONNECTION,
                            "The database is closed and cannot be opened at the moment: "
                                    + folder.hindrance()
                                            .map(Unavailable::getMessage)
                                            .orElse("the log says why."),
                            e);
            throw e;
        } finally {
            opening.readLock().unlock();
        }
    }

    private static SQLException closed() {
        return new SQLNonTransientConnectionException(
                "the folder of the database is read-only, and its log was not worked off.",
                "08001");
    }

    /** Whether Derby has it open, so that a connection opens nothing. */
    private boolean running() {
        return Monitor.getMonitor() != null
                && Monitor.findService(Property.DATABASE_MODULE, directory.toString()) != null;
    }

    /** Whether Derby can write wherever it must when it opens the database. */
    private boolean writable() {
        return !Files.exists(directory)
                || List.of("", "log", "seg0", "log/log.ctrl", "service.properties").stream()
                        .map(directory::resolve)
                        .allMatch(file -> !Files.exists(file) || Files.isWritable(file));
    }

    /**
     * A connection to a database that is open read-only. The pool takes every connection for one
     * that can write, which Derby refuses: that wish is passed over, and a statement that writes
     * fails instead.
     */
    private static Connection reading(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        DerbySource.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("setReadOnly")) {
                                return null;
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    /** Why no change may be begun now. */
    Optional<Unavailable> hindrance() {
        Optional<Unavailable> why = folder.hindrance();
        if (why.isEmpty() && !writable()) {
            why =
                    Optional.of(
                            new Unavailable(
                                    Unavailable.Reason.READ_ONLY,
                                    "The files of the database cannot be written to: they are"
                                            + " read-only, or their permissions do not allow it."
                                            + " Nothing was written.",
                                    null));
        }
        if (why.isEmpty() && readOnly) {
            why =
                    Optional.of(
                            new Unavailable(
                                    Unavailable.Reason.READ_ONLY,
                                    "The database is being opened anew after its disk was full or"
                                            + " read-only. Nothing was written. Try again in a few"
                                            + " seconds.",
                                    null));
        }
        return why;
    }

    Optional<Unavailable> outage() {
        return Optional.ofNullable(outage);
    }

    /** Opens the database anew if it is read-only, or closed, and can be written to again. */
    boolean heal() {
        if (outage != null) {
            return writable() && opens();
        }
        if (!readOnly || folder.hindrance().isPresent() || !writable()) {
            return false;
        }
        LOG.info("The database is opened anew, to be written to again");
        opening.writeLock().lock();
        try {
            shutDown();
            readOnly = false;
        } finally {
            opening.writeLock().unlock();
        }
        return opens();
    }

    private boolean opens() {
        try (Connection connection = getConnection()) {
            return !connection.isClosed();
        } catch (SQLException e) {
            LOG.warn("The database cannot be opened yet: {}", e.getMessage());
            return false;
        }
    }

    void shutDown() {
        shutDown(directory);
    }

    static void shutDown(Path directory) {
        EmbeddedDataSource stop = source(directory, false);
        stop.setShutdownDatabase("shutdown");
        try {
            stop.getConnection().close();
        } catch (SQLException shutDownOrNotRunning) {
            // this is how Derby says that it is done
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("There are no users");
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // Derby's own log is elsewhere
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // nobody is waited for inside the process
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("Nothing is logged there");
    }

    @Override
    public <T> T unwrap(Class<T> wanted) throws SQLException {
        return source.unwrap(wanted);
    }

    @Override
    public boolean isWrapperFor(Class<?> wanted) throws SQLException {
        return source.isWrapperFor(wanted);
    }
}
