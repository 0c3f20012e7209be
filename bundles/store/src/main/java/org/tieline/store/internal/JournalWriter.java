package org.tieline.store.internal;

import static java.sql.Types.VARCHAR;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tieline.api.access.Actor;
import org.tieline.store.Types;

/**
 * Writes the lines of a transaction as its last step. Whoever holds the row of the journal's head
 * commits before the next can have it, so positions are in the order of commit. In plain JDBC, as
 * every write passes here.
 */
final class JournalWriter {
    private static final String RAISE =
            "update store.journal_head set position = position + ? where id = 1";
    private static final String POSITION = "select position from store.journal_head where id = 1";
    private static final String CHAIN =
            "select last_number, last_hash from store.journal_chain where center = ?";
    private static final String EXTEND =
            "update store.journal_chain set last_number = ?, last_hash = ? where center = ?";
    private static final String BEGIN =
            "insert into store.journal_chain"
                    + " (last_number, last_hash, center, first_number, first_previous_hash)"
                    + " values (?, ?, ?, 1, '"
                    + JournalHash.NONE
                    + "')";
    private static final String LINE =
            "insert into store.journal (position, happened_at, center, number, actor, actor_name,"
                    + " via, address, request, kind, record, version, action, changes,"
                    + " previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final boolean returning;

    /**
     * @param returning whether the database understands {@code update ... returning}
     */
    JournalWriter(boolean returning) {
        this.returning = returning;
    }

    /** Holds off all other writers until this transaction ends. */
    void lock(Connection connection) throws SQLException {
        raise(connection, 0);
    }

    /** Returns the position of the last line. */
    long append(Connection connection, Instant now, List<PendingLine> lines) throws SQLException {
        long last = raise(connection, lines.size());
        long position = last - lines.size();
        Map<String, Chain> chains = new HashMap<>();
        try (PreparedStatement insert = connection.prepareStatement(LINE)) {
            for (PendingLine line : lines) {
                Chain chain = chains.get(line.center());
                if (chain == null) {
                    chain = Chain.read(connection, line.center());
                    chains.put(line.center(), chain);
                }
                bind(insert, ++position, now, line, chain);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        for (Map.Entry<String, Chain> chain : chains.entrySet()) {
            chain.getValue().write(connection, chain.getKey());
        }
        return last;
    }

    private long raise(Connection connection, int by) throws SQLException {
        if (returning) {
            try (PreparedStatement raise =
                    connection.prepareStatement(RAISE + " returning position")) {
                raise.setInt(1, by);
                return position(raise);
            }
        }
        try (PreparedStatement raise = connection.prepareStatement(RAISE);
                PreparedStatement read = connection.prepareStatement(POSITION)) {
            raise.setInt(1, by);
            raise.executeUpdate();
            return position(read);
        }
    }

    private static long position(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new IllegalStateException(
                        "The row of store.journal_head is missing; restore a backup.");
            }
            return rows.getLong(1);
        }
    }

    private static void bind(
            PreparedStatement insert, long position, Instant now, PendingLine line, Chain chain)
            throws SQLException {
        Actor actor = line.actor();
        String previous = chain.hash;
        chain.number++;
        chain.hash =
                JournalHash.of(
                        previous,
                        line.center(),
                        chain.number,
                        now,
                        actor,
                        line.record(),
                        line.version(),
                        line.action(),
                        line.changes());
        insert.setLong(1, position);
        Types.bind(insert, 2, now);
        insert.setString(3, line.center());
        insert.setLong(4, chain.number);
        insert.setString(5, actor.id());
        insert.setString(6, actor.name());
        insert.setString(7, actor.via().name());
        text(insert, 8, actor.address());
        text(insert, 9, actor.request());
        insert.setString(10, line.record().kind());
        insert.setString(11, line.record().id());
        insert.setLong(12, line.version());
        insert.setString(13, line.action());
        insert.setString(14, ChangesText.write(line.changes()));
        insert.setString(15, previous);
        insert.setString(16, chain.hash);
    }

    private static void text(PreparedStatement insert, int index, Optional<String> text)
            throws SQLException {
        if (text.isPresent()) {
            insert.setString(index, text.get());
        } else {
            insert.setNull(index, VARCHAR);
        }
    }

    private static final class Chain {
        private final boolean exists;
        private long number;
        private String hash;

        private Chain(boolean exists, long number, String hash) {
            this.exists = exists;
            this.number = number;
            this.hash = hash;
        }

        static Chain read(Connection connection, String center) throws SQLException {
            try (PreparedStatement query = connection.prepareStatement(CHAIN)) {
                query.setString(1, center);
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next()
                            ? new Chain(true, rows.getLong(1), rows.getString(2))
                            : new Chain(false, 0, JournalHash.NONE);
                }
            }
        }

        void write(Connection connection, String center) throws SQLException {
            try (PreparedStatement write = connection.prepareStatement(exists ? EXTEND : BEGIN)) {
                write.setLong(1, number);
                write.setString(2, hash);
                write.setString(3, center);
                write.executeUpdate();
            }
        }
    }
}
