package org.tieline.store.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tieline.store.FileReferences;

/** Writes what one connection sees into an archive, row by row. */
final class Dump {
    static final String FILES = "files";

    private static final String CHANGELOG = "databasechangelog";
    private static final Set<String> LEFT_OUT =
            Set.of(CHANGELOG, "databasechangeloglock", "store.migrated", "store.restored");
    private static final int FETCH = 500;

    private final Connection connection;
    private final Engine engine;
    private final ZipOutputStream zip;

    Dump(Connection connection, Engine engine, ZipOutputStream zip) {
        this.connection = connection;
        this.engine = engine;
        this.zip = zip;
    }

    Manifest write(
            FileCopy files, Collection<FileReferences> known, Sql sql, String version, Instant now)
            throws SQLException, IOException {
        List<Manifest.SchemaPart> schemas = new ArrayList<>();
        for (String schema : schemas()) {
            schemas.add(schema(schema));
        }
        files.copy(sql.on(connection), known);
        Manifest manifest =
                new Manifest(version, now, head(), schemas, files.entries(), files.missing());
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        manifest.write(new Open(zip));
        zip.closeEntry();
        return manifest;
    }

    private TreeSet<String> schemas() throws SQLException {
        TreeSet<String> schemas = new TreeSet<>();
        try (ResultSet rows =
                connection
                        .getMetaData()
                        .getTables(null, null, engine.fold(CHANGELOG), new String[] {"TABLE"})) {
            while (rows.next()) {
                schemas.add(lower(rows.getString("TABLE_SCHEM")));
            }
        }
        return schemas;
    }

    private long head() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select position from store.journal_head")) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private Manifest.SchemaPart schema(String schema) throws SQLException, IOException {
        List<Manifest.TablePart> tables = new ArrayList<>();
        for (String table : tables(schema)) {
            if (!LEFT_OUT.contains(table) && !LEFT_OUT.contains(schema + "." + table)) {
                tables.add(table(schema, table));
            }
        }
        return new Manifest.SchemaPart(schema, migrations(schema), tables, sequences(schema));
    }

    private TreeSet<String> tables(String schema) throws SQLException {
        TreeSet<String> tables = new TreeSet<>();
        try (ResultSet rows =
                connection
                        .getMetaData()
                        .getTables(null, engine.fold(schema), null, new String[] {"TABLE"})) {
            while (rows.next()) {
                tables.add(lower(rows.getString("TABLE_NAME")));
            }
        }
        return tables;
    }

    private List<String> migrations(String schema) throws SQLException {
        List<String> migrations = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select filename, author, id from "
                                        + schema
                                        + "."
                                        + CHANGELOG
                                        + " order by orderexecuted")) {
            while (rows.next()) {
                migrations.add(
                        rows.getString(1) + "::" + rows.getString(2) + "::" + rows.getString(3));
            }
        }
        return migrations;
    }

    private Map<String, Long> sequences(String schema) throws SQLException {
        Map<String, Long> sequences = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(engine.sequences())) {
            query.setString(1, engine.fold(schema));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    sequences.put(lower(rows.getString(1)), rows.getLong(2));
                }
            }
        }
        return sequences;
    }

    private Manifest.TablePart table(String schema, String table) throws SQLException, IOException {
        String name = "data/" + schema + "/" + table + ".jsonl";
        zip.putNextEntry(new ZipEntry(name));
        DigestOutputStream out = new DigestOutputStream(new Open(zip), JournalHash.sha256());
        List<String> columns = new ArrayList<>();
        long rows = 0;
        try (Statement statement = connection.createStatement();
                JsonGenerator json = ChangesText.JSON.createGenerator(out)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            statement.setFetchSize(FETCH);
            try (ResultSet result =
                    statement.executeQuery("select * from " + schema + "." + table)) {
                ResultSetMetaData shape = result.getMetaData();
                List<PortableValue> values = new ArrayList<>();
                for (int i = 1; i <= shape.getColumnCount(); i++) {
                    columns.add(lower(shape.getColumnName(i)));
                    values.add(PortableValue.of(shape.getColumnType(i)));
                }
                while (result.next()) {
                    json.writeStartArray();
                    for (int i = 0; i < values.size(); i++) {
                        values.get(i).write(result, i + 1, json);
                    }
                    json.writeEndArray();
                    rows++;
                }
            }
        }
        zip.closeEntry();
        return new Manifest.TablePart(table, columns, rows, new Manifest.Entry(name, digest(out)));
    }

    private static String digest(DigestOutputStream out) {
        return HexFormat.of().formatHex(out.getMessageDigest().digest());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Stays open, as there is more to come. */
    private static final class Open extends FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
