package org.tieline.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The same rows written and read with nothing in between: prepared statements on one connection for
 * each client, one durable commit for each write. A write is what the registration of a center
 * leaves behind, in tables with the product's columns and indexes: the center, its journal line at
 * the next position and chained to the one before, and the key that makes it happen once.
 */
final class BareJdbc implements AutoCloseable {
    private static final String HASH = "0".repeat(64);

    private final Connection connection;
    private final boolean returning;
    private final PreparedStatement head;
    private final PreparedStatement move;
    private final PreparedStatement chain;
    private final PreparedStatement begin;
    private final PreparedStatement center;
    private final PreparedStatement line;
    private final PreparedStatement key;
    private final PreparedStatement one;
    private final PreparedStatement page;

    BareJdbc(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        returning = postgres(url);
        move =
                connection.prepareStatement(
                        "update bare_head set position = position + 1 where id = 1"
                                + (returning ? " returning position" : ""));
        head = connection.prepareStatement("select position from bare_head where id = 1");
        chain =
                connection.prepareStatement(
                        "select last_number, last_hash from bare_chain where center = ?");
        begin = connection.prepareStatement("insert into bare_chain values (?,?,?,?,?)");
        center =
                connection.prepareStatement("insert into bare_center values (?,?,?,?,?,?,?,?,?,?)");
        line =
                connection.prepareStatement(
                        "insert into bare_journal values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        key = connection.prepareStatement("insert into bare_idempotency values (?,?,?,?,?,?)");
        one = connection.prepareStatement("select * from bare_center where id = ?");
        page =
                connection.prepareStatement(
                        "select * from bare_center --DERBY-PROPERTIES constraint=BARE_CENTER_ID\n"
                                + " where id > '' order by id fetch first 51 rows only");
    }

    private static boolean postgres(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    static void prepare(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String table : tables(postgres(url) ? "text" : "clob")) {
                statement.execute(table);
            }
        }
    }

    /** As in core's 001-core.sql and store's 001-journal.sql. */
    private static List<String> tables(String clob) {
        return List.of(
                "create table bare_center (id varchar(40) not null, name varchar(120) not null,"
                        + " search_text varchar(400) not null, kind varchar(20) not null, time_zone"
                        + " varchar(60) not null, state varchar(10) not null, fcc_psap_id varchar(8),"
                        + " version bigint not null, created timestamp not null, updated timestamp not"
                        + " null, constraint bare_center_id primary key (id))",
                "create table bare_head (id int not null primary key, position bigint not null)",
                "insert into bare_head values (1, 0)",
                "create table bare_chain (center varchar(100) not null primary key, first_number"
                        + " bigint not null, first_previous_hash varchar(64) not null, last_number"
                        + " bigint not null, last_hash varchar(64) not null)",
                "create table bare_journal (position bigint not null primary key, happened_at"
                        + " timestamp not null, center varchar(100) not null, number bigint not null,"
                        + " actor varchar(200) not null, actor_name varchar(400) not null, via"
                        + " varchar(20) not null, address varchar(200), request varchar(200), kind"
                        + " varchar(60) not null, record varchar(300) not null, version bigint not"
                        + " null, action varchar(60) not null, changes "
                        + clob
                        + " not null, previous_hash varchar(64) not null, hash varchar(64) not null,"
                        + " unique (center, number))",
                "create index bare_journal_center on bare_journal (center, position)",
                "create index bare_journal_record on bare_journal (kind, record, position)",
                "create index bare_journal_actor on bare_journal (actor, position)",
                "create table bare_idempotency (caller varchar(200) not null, idempotency_key"
                        + " varchar(200) not null, fingerprint varchar(64) not null, kind varchar(60)"
                        + " not null, record varchar(300) not null, happened_at timestamp not null,"
                        + " primary key (caller, idempotency_key))",
                "create index bare_idempotency_time on bare_idempotency (happened_at)");
    }

    void write(String id) throws SQLException {
        Timestamp now = Timestamp.from(Instant.now());
        center.setString(1, id);
        center.setString(2, "Center " + id);
        center.setString(3, id + " center " + id);
        center.setString(4, "primary-psap");
        center.setString(5, "America/Chicago");
        center.setString(6, "active");
        center.setNull(7, Types.VARCHAR);
        center.setLong(8, 1);
        center.setTimestamp(9, now);
        center.setTimestamp(10, now);
        center.executeUpdate();
        key.setString(1, "bench");
        key.setString(2, UUID.randomUUID().toString());
        key.setString(3, HASH);
        key.setString(4, "center");
        key.setString(5, id);
        key.setTimestamp(6, now);
        key.executeUpdate();
        long position = nextPosition();
        chain.setString(1, id);
        try (ResultSet row = chain.executeQuery()) {
            if (row.next()) {
                throw new IllegalStateException("There is a chain of " + id + " already.");
            }
        }
        writeLine(id, position, now);
        begin.setString(1, id);
        begin.setLong(2, 1);
        begin.setString(3, HASH);
        begin.setLong(4, 1);
        begin.setString(5, HASH);
        begin.executeUpdate();
        connection.commit();
    }

    private long nextPosition() throws SQLException {
        if (!returning) {
            move.executeUpdate();
        }
        try (ResultSet row = (returning ? move : head).executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void writeLine(String id, long position, Timestamp now) throws SQLException {
        line.setLong(1, position);
        line.setTimestamp(2, now);
        line.setString(3, id);
        line.setLong(4, 1);
        line.setString(5, "bench");
        line.setString(6, "The bench");
        line.setString(7, "TOKEN");
        line.setString(8, "127.0.0.1");
        line.setString(9, id.substring(0, 12));
        line.setString(10, "center");
        line.setString(11, id);
        line.setLong(12, 1);
        line.setString(13, "created");
        line.setString(
                14,
                "[{\"field\":\"name\",\"after\":\"Center "
                        + id
                        + "\"},{\"field\":\"kind\",\"after\":\"primary-psap\"},{\"field\":\"timeZone\","
                        + "\"after\":\"America/Chicago\"},{\"field\":\"state\",\"after\":\"active\"}]");
        line.setString(15, HASH);
        line.setString(16, HASH);
        line.executeUpdate();
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
