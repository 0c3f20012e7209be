package org.tieline.store.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tieline.api.FieldChange;

/** The changes of a line as they are stored: {@code [["field","before",null], ...]}. */
final class ChangesText {
    static final JsonFactory JSON =
            new JsonFactoryBuilder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private ChangesText() {}

    static String write(List<FieldChange> changes) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (FieldChange change : changes) {
                json.writeStartArray();
                json.writeString(change.field());
                json.writeString(change.before().orElse(null));
                json.writeString(change.after().orElse(null));
                json.writeEndArray();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * @throws IllegalArgumentException if it is not what {@link #write} makes
     */
    static List<FieldChange> read(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            List<FieldChange> changes = new ArrayList<>();
            expect(json.nextToken() == JsonToken.START_ARRAY);
            while (json.nextToken() == JsonToken.START_ARRAY) {
                Optional<String> field = next(json);
                expect(field.isPresent());
                changes.add(new FieldChange(field.get(), next(json), next(json)));
                expect(json.nextToken() == JsonToken.END_ARRAY);
            }
            expect(json.currentToken() == JsonToken.END_ARRAY && json.nextToken() == null);
            return changes;
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Optional<String> next(JsonParser json) throws IOException {
        JsonToken token = json.nextToken();
        expect(token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NULL);
        return Optional.ofNullable(json.getText()).filter(text -> token == JsonToken.VALUE_STRING);
    }

    private static void expect(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("not a list of changes");
        }
    }
}
