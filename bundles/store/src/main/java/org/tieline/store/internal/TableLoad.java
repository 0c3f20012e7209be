package org.tieline.store.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills one schema's tables from a backup within the connection's transaction. Foreign keys are
 * taken off meanwhile and put back over what was loaded, so the order of tables and rows is free.
 */
final class TableLoad {
    private static final int BATCH = 500;

    private final Connection connection;
    private final Engine engine;
    private final Archive archive;

    TableLoad(Connection connection, Engine engine, Archive archive) {
        this.connection = connection;
        this.engine = engine;
        this.archive = archive;
    }

    void load(Manifest.SchemaPart schema) throws SQLException, IOException {
        List<ForeignKey> keys = new ArrayList<>();
        for (Manifest.TablePart table : schema.tables()) {
            keys.addAll(foreignKeys(schema.name(), table.name()));
        }
        for (ForeignKey key : keys) {
            execute("alter table " + key.table() + " drop constraint " + key.quoted());
        }
        for (Manifest.TablePart table : schema.tables()) {
            load(schema.name() + "." + table.name(), table);
        }
        for (ForeignKey key : keys) {
            execute(key.definition());
        }
        for (Map.Entry<String, Long> sequence : schema.sequences().entrySet()) {
            for (String statement :
                    engine.restart(schema.name() + "." + sequence.getKey(), sequence.getValue())) {
                execute(statement);
            }
        }
    }

    private void load(String name, Manifest.TablePart table) throws SQLException, IOException {
        execute("delete from " + name);
        String columns = String.join(", ", table.columns());
        String marks = String.join(", ", Collections.nCopies(table.columns().size(), "?"));
        List<Integer> types = new ArrayList<>();
        List<String> counting = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet none =
                        statement.executeQuery(
                                "select " + columns + " from " + name + " where 1 = 0")) {
            ResultSetMetaData shape = none.getMetaData();
            for (int i = 1; i <= shape.getColumnCount(); i++) {
                types.add(shape.getColumnType(i));
                if (shape.isAutoIncrement(i)) {
                    counting.add(table.columns().get(i - 1));
                }
            }
        }
        long rows = 0;
        try (PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into "
                                        + name
                                        + " ("
                                        + columns
                                        + ") values ("
                                        + marks
                                        + ")");
                JsonParser json = ChangesText.JSON.createParser(archive.open(table.entry()))) {
            while (json.nextToken() == JsonToken.START_ARRAY) {
                for (int i = 0; i < types.size(); i++) {
                    json.nextToken();
                    PortableValue.of(types.get(i)).read(json, insert, i + 1, types.get(i));
                }
                if (json.nextToken() != JsonToken.END_ARRAY) {
                    throw new IOException("A row of " + name + " has too many values.");
                }
                insert.addBatch();
                if (++rows % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        if (rows != table.rows()) {
            throw new IOException(
                    name
                            + " should have "
                            + table.rows()
                            + " rows, but the backup holds "
                            + rows
                            + ".");
        }
        for (String column : counting) {
            goOn(name, column);
        }
    }

    private void goOn(String table, String column) throws SQLException {
        long next;
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select max(" + column + ") from " + table)) {
            rows.next();
            next = rows.getLong(1) + 1;
        }
        execute("alter table " + table + " alter column " + column + " restart with " + next);
    }

    private List<ForeignKey> foreignKeys(String schema, String table) throws SQLException {
        Map<String, ForeignKey> keys = new LinkedHashMap<>();
        try (ResultSet rows =
                connection
                        .getMetaData()
                        .getImportedKeys(null, engine.fold(schema), engine.fold(table))) {
            while (rows.next()) {
                String name = rows.getString("FK_NAME");
                String referred =
                        rows.getString("PKTABLE_SCHEM") + "." + rows.getString("PKTABLE_NAME");
                short onDelete = rows.getShort("DELETE_RULE");
                short deferrability = rows.getShort("DEFERRABILITY");
                keys.computeIfAbsent(
                                name,
                                key ->
                                        new ForeignKey(
                                                schema + "." + table,
                                                key,
                                                referred,
                                                onDelete,
                                                deferrability,
                                                new ArrayList<>(),
                                                new ArrayList<>()))
                        .add(rows.getString("FKCOLUMN_NAME"), rows.getString("PKCOLUMN_NAME"));
            }
        }
        return List.copyOf(keys.values());
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private record ForeignKey(
            String table,
            String name,
            String referred,
            short onDelete,
            short deferrability,
            List<String> columns,
            List<String> referredColumns) {

        void add(String column, String referredColumn) {
            columns.add(column);
            referredColumns.add(referredColumn);
        }

        /** Names that the database itself gave to a key are no plain words. */
        String quoted() {
            return '"' + name + '"';
        }

        String definition() {
            return "alter table "
                    + table
                    + " add constraint "
                    + quoted()
                    + " foreign key ("
                    + String.join(", ", columns)
                    + ") references "
                    + referred
                    + " ("
                    + String.join(", ", referredColumns)
                    + ")"
                    + switch (onDelete) {
                        case DatabaseMetaData.importedKeyCascade -> " on delete cascade";
                        case DatabaseMetaData.importedKeySetNull -> " on delete set null";
                        case DatabaseMetaData.importedKeyRestrict -> " on delete restrict";
                        default -> "";
                    }
                    + switch (deferrability) {
                        case DatabaseMetaData.importedKeyInitiallyDeferred ->
                                " deferrable initially deferred";
                        case DatabaseMetaData.importedKeyInitiallyImmediate -> " deferrable";
                        default -> "";
                    };
        }
    }
}
