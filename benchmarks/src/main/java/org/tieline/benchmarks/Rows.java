package org.tieline.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Rows of one table, written many at a time. */
final class Rows implements AutoCloseable {
    private static final int BATCH = 500;

    private final PreparedStatement insert;
    private final List<Integer> known = new ArrayList<>();
    private int waiting;

    /** An older version that is measured beside this one may not have all the columns yet. */
    Rows(Connection connection, String table, String... columns) throws SQLException {
        Set<String> there = columns(connection, table);
        for (int i = 0; i < columns.length; i++) {
            if (there.contains(columns[i])) {
                known.add(i);
            }
        }
        insert =
                connection.prepareStatement(
                        insert(table, known.stream().map(i -> columns[i]).toList()));
    }

    private static Set<String> columns(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet none =
                        statement.executeQuery("select * from " + table + " where 1 = 0")) {
            ResultSetMetaData described = none.getMetaData();
            Set<String> columns = new HashSet<>();
            for (int i = 1; i <= described.getColumnCount(); i++) {
                columns.add(described.getColumnName(i).toLowerCase(Locale.ROOT));
            }
            return columns;
        }
    }

    static String insert(String table, List<String> columns) {
        return "insert into %s (%s) values (%s)"
                .formatted(
                        table,
                        String.join(", ", columns),
                        String.join(", ", Collections.nCopies(columns.size(), "?")));
    }

    void add(Object... values) throws SQLException {
        for (int i = 0; i < known.size(); i++) {
            Object value = values[known.get(i)];
            insert.setObject(i + 1, value instanceof Instant at ? utc(at) : value);
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
