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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tieline.core.record.Lifecycle;
import org.tieline.core.record.RecordType;
import org.tieline.rest.record.RecordCollection;
import org.tieline.rest.record.RecordJson;
import org.tieline.rest.record.RecordMembers;
import org.tieline.rest.record.RecordNames;

/** How the API's description tells what all {@link RecordMembers} have in common. */
final class RecordSchemas {
    private static final String JSON = "application/json";
    private static final String CENTER = "Id of the center that it belongs to";

    private RecordSchemas() {}

    /** Returns the schemas of what is read and written, by their names. */
    static Map<String, Schema<?>> of(RecordMembers<?, ?> records) {
        RecordNames names = records.names();
        Map<String, Schema<?>> schemas = new LinkedHashMap<>();
        if (records instanceof RecordCollection<?, ?>) {
            schemas.put(names.changed(), RecordJson.schema(records.type().shape(), false));
            schemas.put(names.created(), created(records));
        }
        schemas.put(names.view(), view(records));
        for (Schema<?> schema : List.copyOf(schemas.values())) {
            names.objects().forEach((field, name) -> schemas.put(name, named(schema, field, name)));
        }
        return schemas;
    }

    /** Puts a reference in the place of an object, and returns the object without its role. */
    private static Schema<?> named(Schema<?> outer, String field, String name) {
        Schema<?> object = outer.getProperties().get(field);
        outer.addProperty(field, ref(name).description(object.getDescription()));
        return object.description(null);
    }

    /** The center must be named, but not where that is left to who changes the record. */
    private static Schema<?> created(RecordMembers<?, ?> records) {
        Schema<?> created = RecordJson.schema(records.type().shape(), false);
        created.addProperty("center", string().description(CENTER));
        if (!records.names().created().equals(records.names().changed())) {
            created.addRequiredItem("center");
        }
        return created;
    }

    private static Schema<?> view(RecordMembers<?, ?> records) {
        Schema<?> view = RecordJson.schema(records.type().shape(), true);
        always(view, "id", string());
        always(view, "center", string().description(CENTER));
        records.type().prefix().ifPresent(any -> always(view, "number", string()));
        if (!records.type().lifecycle().moves().isEmpty()) {
            always(view, "state", resolved(records.type().lifecycle().states()));
        }
        records.names()
                .ended()
                .ifPresent(
                        field ->
                                view.addProperty(
                                        field,
                                        resolved(Instant.class)
                                                .description("When it was " + field)));
        always(view, "version", resolved(Long.class));
        always(view, "created", resolved(Instant.class));
        always(view, "updated", resolved(Instant.class));
        return view;
    }

    private static void always(Schema<?> object, String field, Schema<?> schema) {
        object.addProperty(field, schema);
        object.addRequiredItem(field);
    }

    private static Schema<?> resolved(Class<?> type) {
        return ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(type))
                .schema;
    }

    private static Schema<?> string() {
        return new JsonSchema().types(Set.of("string"));
    }

    /** Tells what an operation answers that a capability adds, if it does not say so itself. */
    static void answer(RecordMembers<?, ?> records, Operation operation) {
        answers(
                operation,
                "200",
                records.names().view(),
                "The " + records.type().noun() + " as it is now");
    }

    /**
     * Completes the description of an operation that {@link RecordMembers} and {@link
     * RecordCollection} have.
     */
    static void describe(RecordMembers<?, ?> records, Operation operation, String method) {
        RecordType<?, ?> type = records.type();
        operation.addExtension(OperationDescriber.RIGHT, right(type, method).name());
        String one = type.noun();
        switch (method) {
            case "list" -> operation.summary("The " + type.nouns() + " within reach, newest first");
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
                answer(records, operation);
            }
            case "moves" -> operation.summary("The moves that the caller may make with one " + one);
            default -> {
                operation.summary("Moves one " + one + " on in its life");
                answer(records, operation);
            }
        }
    }

    /** Which right a move asks for depends on the move; the first one's is named. */
    private static org.tieline.api.access.Operation right(RecordType<?, ?> type, String method) {
        return switch (method) {
            case "list", "get", "moves" -> type.read();
            case "create" -> type.add();
            case "move" ->
                    type.lifecycle().moves().stream()
                            .findFirst()
                            .<org.tieline.api.access.Operation>map(Lifecycle.Move::by)
                            .orElse(type.edit());
            default -> type.edit();
        };
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
        return new Content().addMediaType(JSON, new MediaType().schema(ref(schema)));
    }

    static Schema<?> ref(String schema) {
        return new JsonSchema().$ref("#/components/schemas/" + schema);
    }
}
