package org.tieline.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The same rows written and read with nothing in between: prepared statements on one connection for
 * each client, one durable commit for each write. A write is the center, its journal line in order
 * of commit, and the key that makes it happen once.
 */
final class BareJdbc implements AutoCloseable {
    private static final String HASH = "0".repeat(64);
    private static final List<String> TABLES =
            List.of(
                    "create table bare_center (id varchar(40) not null primary key, name varchar(120) not"
                            + " null, search_text varchar(200) not null, kind varchar(20) not null,"
                            + " time_zone varchar(60) not null, state varchar(10) not null, version bigint"
                            + " not null, created timestamp not null, updated timestamp not null)",
                    "create table bare_head (id integer not null primary key, place bigint not null)",
                    "insert into bare_head values (1, 0)",
                    "create table bare_line (place bigint not null primary key, at_time timestamp not"
                            + " null, center varchar(40) not null, line_number bigint not null, actor"
                            + " varchar(200) not null, record_kind varchar(40) not null, record_id"
                            + " varchar(60) not null, version bigint not null, action_name varchar(40) not"
                            + " null, changes varchar(8000) not null, previous_hash varchar(64) not null,"
                            + " hash varchar(64) not null)",
                    "create unique index bare_line_chain on bare_line (center, line_number)",
                    "create index bare_line_record on bare_line (record_kind, record_id, place)",
                    "create table bare_key (caller varchar(60) not null, key_text varchar(200) not null,"
                            + " fingerprint varchar(64) not null, record_id varchar(60) not null, primary"
                            + " key (caller, key_text))");

    private final Connection connection;
    private final PreparedStatement head;
    private final PreparedStatement move;
    private final PreparedStatement center;
    private final PreparedStatement line;
    private final PreparedStatement key;
    private final PreparedStatement one;
    private final PreparedStatement page;

    BareJdbc(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        move = connection.prepareStatement("update bare_head set place = place + 1 where id = 1");
        head = connection.prepareStatement("select place from bare_head where id = 1");
        center = connection.prepareStatement("insert into bare_center values (?,?,?,?,?,?,?,?,?)");
        line =
                connection.prepareStatement(
                        "insert into bare_line values (?,?,?,?,?,?,?,?,?,?,?,?)");
        key = connection.prepareStatement("insert into bare_key values (?,?,?,?)");
        one = connection.prepareStatement("select * from bare_center where id = ?");
        page =
                connection.prepareStatement(
                        "select * from bare_center where id > '' order by id"
                                + " fetch first 51 rows only");
    }

    static void prepare(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
    }

    void write(String id) throws SQLException {
        Timestamp now = Timestamp.from(Instant.now());
        center.setString(1, id);
        center.setString(2, "Center " + id);
        center.setString(3, "center " + id);
        center.setString(4, "primary-psap");
        center.setString(5, "America/Chicago");
        center.setString(6, "active");
        center.setLong(7, 1);
        center.setTimestamp(8, now);
        center.setTimestamp(9, now);
        center.executeUpdate();
        key.setString(1, "caller");
        key.setString(2, UUID.randomUUID().toString());
        key.setString(3, HASH);
        key.setString(4, id);
        key.executeUpdate();
        long place = nextPlace();
        line.setLong(1, place);
        line.setTimestamp(2, now);
        line.setString(3, id);
        line.setLong(4, 1);
        line.setString(5, "bench");
        line.setString(6, "center");
        line.setString(7, id);
        line.setLong(8, 1);
        line.setString(9, "created");
        line.setString(10, "[{\"field\":\"name\",\"after\":\"Center " + id + "\"}]");
        line.setString(11, HASH);
        line.setString(12, HASH);
        line.executeUpdate();
        connection.commit();
    }

    private long nextPlace() throws SQLException {
        move.executeUpdate();
        try (ResultSet row = head.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    void readOne(String id) throws SQLException {
        one.setString(1, id);
        readAll(one);
    }

    void readPage() throws SQLException {
        readAll(page);
    }

    private void readAll(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
