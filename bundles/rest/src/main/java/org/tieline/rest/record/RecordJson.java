package org.tieline.rest.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.core.record.Shape;
import org.tieline.core.record.Shape.Count;
import org.tieline.core.record.Shape.Part;
import org.tieline.http.Json;
import org.tieline.rest.internal.json.JsonFaults;

/** Drafts in JSON by their shape: read, and described. */
public final class RecordJson {
    private RecordJson() {}

    /**
     * Reads a draft.
     *
     * @param others fields of the body that are not the draft's
     * @throws Invalid that names every fault
     */
    public static <D extends Record> D read(Shape<D> shape, JsonNode body, Set<String> others) {
        if (!body.isObject()) {
            throw new Invalid(new FieldError("body", "must be a JSON object"));
        }
        List<FieldError> faults = new ArrayList<>();
        unknown(shape.parts(), 0, body, others, faults);
        return shape.build(part -> values(part, body, faults), faults)
                .orElseThrow(() -> new Invalid(List.copyOf(faults)));
    }

    private static void unknown(
            List<Part> parts,
            int depth,
            JsonNode object,
            Set<String> others,
            List<FieldError> faults) {
        Map<String, List<Part>> known = new LinkedHashMap<>();
        for (Part part : parts) {
            known.computeIfAbsent(part.path().get(depth), any -> new ArrayList<>()).add(part);
        }
        Set<String> names = new TreeSet<>(known.keySet());
        names.addAll(others);
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            List<Part> inside = known.getOrDefault(field.getKey(), List.of());
            if (!names.contains(field.getKey())) {
                faults.add(JsonFaults.unknown(field.getKey(), names));
            } else if (inside.stream().anyMatch(part -> part.path().size() > depth + 1)) {
                if (field.getValue().isObject()) {
                    unknown(inside, depth + 1, field.getValue(), Set.of(), faults);
                } else if (!field.getValue().isNull()) {
                    faults.add(new FieldError(field.getKey(), "must be a JSON object"));
                }
            }
        }
    }

    private static List<Object> values(Part part, JsonNode body, List<FieldError> faults) {
        JsonNode node = body;
        for (String name : part.path()) {
            node = node.path(name);
        }
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        } else if (part.count() != Count.MANY) {
            return value(part, node, faults);
        } else if (!node.isArray()) {
            faults.add(new FieldError(part.name(), "must be a list"));
            return List.of();
        }
        return StreamSupport.stream(node.spliterator(), false)
                .flatMap(one -> value(part, one, faults).stream())
                .toList();
    }

    private static List<Object> value(Part part, JsonNode node, List<FieldError> faults) {
        try {
            Object value = Json.mapper().convertValue(node, part.type());
            boolean blank = value instanceof String text && text.isBlank();
            return value == null || blank && part.count() == Count.OPTIONAL
                    ? List.of()
                    : List.of(value);
        } catch (IllegalArgumentException e) {
            faults.add(new FieldError(part.name(), "must be " + JsonFaults.wanted(part.type())));
            return List.of();
        }
    }

    /**
     * Returns a draft as the API's description tells it.
     *
     * @param answer whether the API writes it, and then flags and lists as well, rather than reads
     */
    public static Schema<?> schema(Shape<?> shape, boolean answer) {
        Schema<?> object = new JsonSchema().types(Set.of("object"));
        for (Part part : shape.parts()) {
            List<String> path = part.path();
            Schema<?> at = object;
            for (int depth = 1; depth <= path.size(); depth++) {
                String name = path.get(depth - 1);
                if (depth == path.size()) {
                    at.addProperty(name, schema(part));
                } else if (at.getProperties() == null || !at.getProperties().containsKey(name)) {
                    at.addProperty(name, new JsonSchema().types(Set.of("object")));
                }
                if ((answer || part.required()) && sure(shape, path, depth)) {
                    require(at, name);
                }
                at = at.getProperties().get(name);
            }
        }
        return object;
    }

    /** Tells whether nothing from a depth on may be left away. */
    private static boolean sure(Shape<?> shape, List<String> path, int depth) {
        return IntStream.rangeClosed(depth, path.size())
                .noneMatch(to -> shape.optional(path.subList(0, to)));
    }

    private static void require(Schema<?> object, String name) {
        if (object.getRequired() == null || !object.getRequired().contains(name)) {
            object.addRequiredItem(name);
        }
    }

    private static Schema<?> schema(Part part) {
        Schema<?> one =
                ModelConverters.getInstance(true)
                        .resolveAsResolvedSchema(new AnnotatedType(part.type()))
                        .schema;
        if (part.type() == String.class) {
            one.maxLength(part.attribute().max());
        }
        Schema<?> schema = one;
        if (part.count() == Count.MANY) {
            schema = new JsonSchema().types(Set.of("array")).items(one);
            if (part.required()) {
                schema.minItems(1);
            }
            if (part.distinct()) {
                schema.uniqueItems(true);
            }
        }
        return schema.description(described(part));
    }

    private static String described(Part part) {
        String hint = part.attribute().hint();
        return hint.isEmpty() ? part.attribute().label() : part.attribute().label() + ". " + hint;
    }
}
