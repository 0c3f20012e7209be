package org.tieline.rest.internal.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.http.Json;

/** Says in words what is wrong with a JSON body, and what would be right. */
public final class JsonFaults {
    /** By the name of a field of the record, whether it must be there. */
    private static final ClassValue<Map<String, Boolean>> REQUIRED =
            new ClassValue<>() {
                @Override
                protected Map<String, Boolean> computeValue(Class<?> type) {
                    Map<String, Boolean> fields = new LinkedHashMap<>();
                    for (RecordComponent component : type.getRecordComponents()) {
                        fields.put(component.getName(), component.getType() != Optional.class);
                    }
                    return fields;
                }
            };

    private JsonFaults() {}

    /**
     * Checks what can be checked before a body becomes an object. A field of a record is required
     * unless it is an {@link Optional}.
     *
     * @throws Invalid that names every fault
     */
    public static void check(JsonNode tree, Class<?> type) {
        List<FieldError> faults = new ArrayList<>();
        if (type.isRecord() && !tree.isObject()) {
            throw new Invalid(new FieldError("body", "must be a JSON object"));
        }
        if (type.isRecord()) {
            fields(tree, type, faults);
        }
        texts(tree, "", faults);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private static void fields(JsonNode tree, Class<?> type, List<FieldError> faults) {
        Map<String, Boolean> required = REQUIRED.get(type);
        for (Map.Entry<String, JsonNode> field : tree.properties()) {
            if (!required.containsKey(field.getKey())) {
                faults.add(unknown(field.getKey(), required.keySet()));
            }
        }
        required.forEach(
                (name, must) -> {
                    if (must && !tree.hasNonNull(name)) {
                        faults.add(new FieldError(name, "is missing"));
                    }
                });
    }

    public static FieldError unknown(String field, Collection<?> known) {
        return new FieldError(
                field,
                "is not known here; known are "
                        + known.stream()
                                .map(Object::toString)
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }

    /** No database keeps half a surrogate pair or, in PostgreSQL's case, a zero character. */
    private static void texts(JsonNode node, String path, List<FieldError> faults) {
        if (node.isTextual() && !Texts.keepable(node.textValue())) {
            faults.add(new FieldError(path, "contains a character that is not allowed"));
        } else if (node.isObject()) {
            node.properties()
                    .forEach(
                            field ->
                                    texts(
                                            field.getValue(),
                                            path.isEmpty()
                                                    ? field.getKey()
                                                    : path + "." + field.getKey(),
                                            faults));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                String at = path + "[" + i + "]";
                if (node.get(i).getNodeType() == JsonNodeType.NULL) {
                    faults.add(new FieldError(at, "must not be null"));
                } else {
                    texts(node.get(i), at, faults);
                }
            }
        }
    }

    public static Invalid refusal(JsonMappingException e) {
        String path = path(e.getPath());
        if (e instanceof UnrecognizedPropertyException unknown) {
            return new Invalid(unknown(path, unknown.getKnownPropertyIds()));
        }
        Class<?> wanted = e instanceof MismatchedInputException m ? m.getTargetType() : null;
        String message = e.getOriginalMessage();
        if (message != null && message.startsWith("Missing required creator property")) {
            return new Invalid(new FieldError(path, "is missing"));
        }
        return new Invalid(new FieldError(path, "must be " + wanted(wanted)));
    }

    private static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    public static String wanted(Class<?> type) {
        if (type == null) {
            return "of another type";
        } else if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> Json.mapper().convertValue(constant, String.class))
                            .collect(Collectors.joining(", "));
        } else if (type == String.class) {
            return "a text";
        } else if (type == Instant.class) {
            return "a time with its offset, such as 2026-11-21T20:59:49Z";
        } else if (type == LocalDate.class) {
            return "a date, such as 2026-11-21";
        } else if (ZoneId.class.isAssignableFrom(type)) {
            return "a time zone, such as America/Chicago";
        } else if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        } else if (type == double.class || type == Double.class) {
            return "a number";
        } else if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number";
        } else if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return "a JSON object";
    }
}
