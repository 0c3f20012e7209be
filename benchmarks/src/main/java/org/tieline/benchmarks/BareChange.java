package org.tieline.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The rows that the product wrote for its last change, written again and again with nothing in
 * between, into the same tables: prepared statements on one connection, one durable commit for each
 * change.
 */
final class BareChange implements AutoCloseable {
    private static final List<String> PARTS =
            List.of("change_asset", "change_step", "change_risk", "change_conflict");

    private final Connection connection;
    private final List<Copy> copies = new ArrayList<>();
    private final Copy line;
    private final PreparedStatement count;
    private final PreparedStatement head;
    private final PreparedStatement position;
    private final PreparedStatement chain;
    private final PreparedStatement number;
    private final PreparedStatement key;
    private int written;

    /** Rows of one table, and how to write them again. */
    private record Copy(List<String> columns, List<List<Object>> rows, PreparedStatement insert) {
        static Copy of(Connection connection, String table, String where) throws SQLException {
            List<String> columns = new ArrayList<>();
            List<List<Object>> rows = new ArrayList<>();
            try (PreparedStatement select =
                            connection.prepareStatement(
                                    "select * from " + table + " where " + where);
                    ResultSet found = select.executeQuery()) {
                int width = found.getMetaData().getColumnCount();
                for (int i = 1; i <= width; i++) {
                    columns.add(found.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
                }
                while (found.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int i = 1; i <= width; i++) {
                        row.add(
                                columns.get(i - 1).equals("changes")
                                        ? found.getString(i)
                                        : found.getObject(i));
                    }
                    rows.add(row);
                }
            }
            return new Copy(
                    columns, rows, connection.prepareStatement(Rows.insert(table, columns)));
        }

        Object value(String column) {
            return rows.get(0).get(columns.indexOf(column));
        }

        void set(String column, Object value) {
            int at = columns.indexOf(column);
            rows.forEach(row -> row.set(at, value));
        }

        void write() throws SQLException {
            for (List<Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    insert.setObject(i + 1, row.get(i));
                }
                insert.executeUpdate();
            }
        }
    }

    BareChange(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        String id = last();
        copies.add(Copy.of(connection, "changes.change_record", "id = '" + id + "'"));
        for (String part : PARTS) {
            copies.add(Copy.of(connection, "changes." + part, "change_id = '" + id + "'"));
        }
        line = Copy.of(connection, "store.journal", "kind = 'change' and record = '" + id + "'");
        count =
                connection.prepareStatement(
                        "update store.record_number set last_number = last_number + 1"
                                + " where prefix = 'C' and center = ?");
        head =
                connection.prepareStatement(
                        "update store.journal_head set position = position + 1 where id = 1");
        position = connection.prepareStatement("select position from store.journal_head");
        chain =
                connection.prepareStatement(
                        "update store.journal_chain set last_number = last_number + 1, last_hash = ?"
                                + " where center = ?");
        number =
                connection.prepareStatement(
                        "select last_number from store.journal_chain where center = ?");
        key = connection.prepareStatement("insert into store.idempotency values (?,?,?,?,?,?)");
    }

    private String last() throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "select record from store.journal where kind = 'change' order by"
                                        + " position desc fetch first row only");
                ResultSet found = select.executeQuery()) {
            found.next();
            return found.getString(1);
        }
    }

    void write() throws SQLException {
        Copy change = copies.get(0);
        String id = UUID.randomUUID().toString();
        String center = (String) change.value("center");
        count.setString(1, center);
        count.executeUpdate();
        change.set("id", id);
        change.set("number", "bare " + written++);
        change.write();
        for (Copy part : copies.subList(1, copies.size())) {
            part.set("change_id", id);
            part.write();
        }
        writeLine(id, center);
        key.setString(1, "bench");
        key.setString(2, id);
        key.setString(3, (String) line.value("hash"));
        key.setString(4, "change");
        key.setString(5, id);
        key.setTimestamp(6, Timestamp.from(Instant.now()));
        key.executeUpdate();
        connection.commit();
    }

    private void writeLine(String id, String center) throws SQLException {
        head.executeUpdate();
        line.set("position", only(position));
        chain.setObject(1, line.value("hash"));
        chain.setString(2, center);
        chain.executeUpdate();
        number.setString(1, center);
        line.set("number", only(number));
        line.set("record", id);
        line.write();
    }

    private static Object only(PreparedStatement select) throws SQLException {
        try (ResultSet found = select.executeQuery()) {
            found.next();
            return found.getObject(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
