package org.tieline.store.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.tieline.api.error.Unavailable;

/** What differs between the databases. */
interface Engine extends AutoCloseable {
    SQLDialect dialect();

    /** Connections of its own, not pooled. */
    DataSource dataSource();

    /** The database's names for the types that migrations write as {@code ${name}}. */
    Map<String, String> types();

    /** Liquibase's name for this database. */
    String name();

    /** How the database spells a name that was written without quotes. */
    String fold(String name);

    /** A query for the names and next values of one schema's sequences. */
    String sequences();

    /** The statements that let a sequence go on. */
    List<String> restart(String sequence, long next);

    /** What a failure means; empty if it is a fault of the statement. */
    Optional<DatabaseFailure> trouble(SQLException failure);

    /** Why no change may be begun now; asked before each. */
    default Optional<Unavailable> hindrance() {
        return Optional.empty();
    }

    /** Why nothing can be read now, if that is known without asking the database. */
    default Optional<Unavailable> outage() {
        return Optional.empty();
    }

    /**
     * Brings back a database that cannot be written to, or not be read, if the time has come for
     * it.
     *
     * @return whether it was opened anew, so that connections made before are of no use
     */
    default boolean heal() {
        return false;
    }

    /** Holds off every other node until closed. */
    Lock lock() throws SQLException;

    /** Whether other processes can write to this database. */
    boolean shared();

    /**
     * Opens a read-only view of one moment.
     *
     * @param scratch a directory that may be used until the snapshot is closed
     */
    Snapshot snapshot(Path scratch) throws SQLException, IOException;

    /** About how many bytes a snapshot takes up in its directory. */
    default long scratchBytes() throws IOException {
        return 0;
    }

    @Override
    void close();

    /** Released by closing. */
    interface Lock extends AutoCloseable {
        @Override
        void close();
    }

    /** A connection that sees one moment. */
    record Snapshot(Connection connection, Lock lock) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            try (Lock held = lock;
                    Connection open = connection) {
                open.rollback();
            }
        }
    }
}
