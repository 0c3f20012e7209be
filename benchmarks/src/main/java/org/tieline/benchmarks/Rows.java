package org.tieline.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;

/** Rows of one table, written many at a time. */
final class Rows implements AutoCloseable {
    private static final int BATCH = 500;

    private final PreparedStatement insert;
    private int waiting;

    Rows(Connection connection, String table, String... columns) throws SQLException {
        insert = connection.prepareStatement(insert(table, List.of(columns)));
    }

    static String insert(String table, List<String> columns) {
        return "insert into %s (%s) values (%s)"
                .formatted(
                        table,
                        String.join(", ", columns),
                        String.join(", ", Collections.nCopies(columns.size(), "?")));
    }

    void add(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i] instanceof Instant at ? utc(at) : values[i]);
        }
        insert.addBatch();
        if (++waiting == BATCH) {
            write();
        }
    }

    static Timestamp utc(Instant at) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    void write() throws SQLException {
        insert.executeBatch();
        waiting = 0;
    }

    @Override
    public void close() throws SQLException {
        write();
        insert.close();
    }
}
