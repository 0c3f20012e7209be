package org.tieline.store.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds.
 *
 * @param version of Tieline that made it
 * @param head the position of the journal's newest line
 * @param files files that go with records; {@code files/} and their path in the folder of files
 * @param missing what records referred to and was not there; older backups do not say it
 */
record Manifest(
        String version,
        Instant created,
        long head,
        List<SchemaPart> schemas,
        List<Entry> files,
        List<String> missing) {
    static final String NAME = "manifest.json";
    private static final long FORMAT = 1;

    /** One capability's tables, and the migrations that made them, in their order. */
    record SchemaPart(
            String name,
            List<String> migrations,
            List<TablePart> tables,
            Map<String, Long> sequences) {

        long rows() {
            return tables.stream().mapToLong(TablePart::rows).sum();
        }
    }

    /** One table's rows: each a JSON array of its columns, one a line. */
    record TablePart(String name, List<String> columns, long rows, Entry entry) {}

    /** One file of the archive. */
    record Entry(String name, String sha256) {}

    long rows() {
        return schemas.stream().mapToLong(SchemaPart::rows).sum();
    }

    void write(OutputStream out) throws IOException {
        try (JsonGenerator json = ChangesText.JSON.createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeStringField("version", version);
            json.writeStringField("created", created.toString());
            json.writeNumberField("head", head);
            json.writeArrayFieldStart("schemas");
            for (SchemaPart schema : schemas) {
                write(json, schema);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("files");
            for (Entry file : files) {
                json.writeStartObject();
                write(json, file);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("missing");
            for (String file : missing) {
                json.writeString(file);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, SchemaPart schema) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", schema.name());
        json.writeArrayFieldStart("migrations");
        for (String migration : schema.migrations()) {
            json.writeString(migration);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("tables");
        for (TablePart table : schema.tables()) {
            json.writeStartObject();
            json.writeStringField("name", table.name());
            json.writeArrayFieldStart("columns");
            for (String column : table.columns()) {
                json.writeString(column);
            }
            json.writeEndArray();
            json.writeNumberField("rows", table.rows());
            write(json, table.entry());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("sequences");
        for (Map.Entry<String, Long> sequence : schema.sequences().entrySet()) {
            json.writeNumberField(sequence.getKey(), sequence.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Entry entry) throws IOException {
        json.writeStringField("entry", entry.name());
        json.writeStringField("sha256", entry.sha256());
    }

    /**
     * @throws IOException if it is not a manifest of a format known here
     */
    static Manifest read(InputStream in) throws IOException {
        try (JsonParser json = ChangesText.JSON.createParser(in)) {
            json.nextToken();
            if (!(value(json) instanceof Map<?, ?> map)) {
                throw new IOException("The backup's manifest is not a JSON object.");
            }
            if (!Long.valueOf(FORMAT).equals(map.get("format"))) {
                throw new IOException(
                        "The backup has the format "
                                + map.get("format")
                                + ", but this version reads format "
                                + FORMAT
                                + " only. Restore it with the version that made it: "
                                + map.get("version")
                                + ".");
            }
            return new Manifest(
                    (String) map.get("version"),
                    Instant.parse((String) map.get("created")),
                    (Long) map.get("head"),
                    list(map, "schemas").stream().map(Manifest::schema).toList(),
                    list(map, "files").stream().map(Manifest::entry).toList(),
                    map.containsKey("missing")
                            ? list(map, "missing").stream().map(String.class::cast).toList()
                            : List.of());
        } catch (ClassCastException | NullPointerException | java.time.DateTimeException e) {
            throw new IOException("The backup's manifest is damaged.", e);
        }
    }

    private static SchemaPart schema(Object value) {
        Map<?, ?> map = (Map<?, ?>) value;
        Map<String, Long> sequences = new LinkedHashMap<>();
        ((Map<?, ?>) map.get("sequences"))
                .forEach((name, next) -> sequences.put((String) name, (Long) next));
        return new SchemaPart(
                (String) map.get("name"),
                list(map, "migrations").stream().map(String.class::cast).toList(),
                list(map, "tables").stream().map(Manifest::table).toList(),
                sequences);
    }

    private static TablePart table(Object value) {
        Map<?, ?> map = (Map<?, ?>) value;
        return new TablePart(
                (String) map.get("name"),
                list(map, "columns").stream().map(String.class::cast).toList(),
                (Long) map.get("rows"),
                entry(map));
    }

    private static Entry entry(Object value) {
        Map<?, ?> map = (Map<?, ?>) value;
        return new Entry((String) map.get("entry"), (String) map.get("sha256"));
    }

    private static List<?> list(Map<?, ?> map, String key) {
        return (List<?>) map.get(key);
    }

    /** Reads the value at the current token: a map, a list, a text or a whole number. */
    private static Object value(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> map = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                map.put(name, value(json));
            }
            return map;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(json));
            }
            return list;
        }
        return token == JsonToken.VALUE_NUMBER_INT ? json.getLongValue() : json.getText();
    }
}
