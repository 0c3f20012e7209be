package org.tieline.rest.internal;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tieline.core.record.RecordType;
import org.tieline.rest.record.RecordCollection;
import org.tieline.rest.record.RecordJson;

/** How the API's description tells what all {@link RecordCollection}s have in common. */
final class RecordSchemas {
    private static final String JSON = "application/json";

    private RecordSchemas() {}

    /** Returns the schemas of what is read and written, by their names. */
    static Map<String, Schema<?>> of(RecordCollection<?, ?> records) {
        RecordType<?, ?> type = records.type();
        Map<String, Schema<?>> schemas = new LinkedHashMap<>();
        schemas.put(records.names().changed(), object(RecordJson.fields(type.shape())));
        Map<String, Schema<?>> created = new LinkedHashMap<>();
        created.put("center", string().description("Id of the center that it belongs to"));
        created.putAll(RecordJson.fields(type.shape()));
        schemas.put(records.names().created(), object(created));
        schemas.put(records.names().view(), object(view(records)));
        return schemas;
    }

    private static Map<String, Schema<?>> view(RecordCollection<?, ?> records) {
        Map<String, Schema<?>> view = new LinkedHashMap<>();
        view.put("id", string());
        view.put("center", string().description("Id of the center that it belongs to"));
        view.putAll(RecordJson.fields(records.type().shape()));
        if (!records.type().lifecycle().moves().isEmpty()) {
            view.put("state", resolved(records.type().lifecycle().states()));
        }
        records.names().ended().ifPresent(field -> view.put(field, resolved(Instant.class)));
        view.put("version", resolved(Long.class));
        view.put("created", resolved(Instant.class));
        view.put("updated", resolved(Instant.class));
        return view;
    }

    private static Schema<?> resolved(Class<?> type) {
        return ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(type))
                .schema;
    }

    private static Schema<?> string() {
        return new JsonSchema().types(Set.of("string"));
    }

    private static Schema<?> object(Map<String, Schema<?>> fields) {
        Schema<?> object = new JsonSchema().types(Set.of("object"));
        fields.forEach(object::addProperty);
        return object;
    }

    /** Completes the description of an operation that {@link RecordCollection} has. */
    static void describe(RecordCollection<?, ?> records, Operation operation, String method) {
        RecordType<?, ?> type = records.type();
        boolean reads = method.equals("get") || method.equals("moves");
        operation.addExtension(
                OperationDescriber.RIGHT, (reads ? type.read() : type.edit()).name());
        String one = type.noun();
        switch (method) {
            case "create" -> {
                operation.summary("Writes a new " + one);
                operation.requestBody(body(records.names().created()));
                answers(operation, "201", records.names().view(), "Written");
            }
            case "get" -> {
                operation.summary("One " + one);
                answers(operation, "200", records.names().view(), "The " + one);
            }
            case "update" -> {
                operation.summary("Changes one " + one);
                operation.requestBody(body(records.names().changed()));
                answers(operation, "200", records.names().view(), "The " + one + " as it is now");
            }
            case "moves" -> operation.summary("The moves that the caller may make with one " + one);
            default -> {
                operation.summary("Moves one " + one + " on in its life");
                answers(operation, "200", records.names().view(), "The " + one + " as it is now");
            }
        }
    }

    private static RequestBody body(String schema) {
        return new RequestBody().content(content(schema));
    }

    private static void answers(
            Operation operation, String status, String schema, String description) {
        operation.getResponses().remove("default");
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse().description(description).content(content(schema)));
    }

    private static Content content(String schema) {
        return new Content()
                .addMediaType(
                        JSON,
                        new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/" + schema)));
    }
}
