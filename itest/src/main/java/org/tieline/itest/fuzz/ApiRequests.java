package org.tieline.itest.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.tieline.rest.testing.OwnRecords;
import org.tieline.rest.testing.Sample;

/** Right requests for every operation that the API describes, about real records. */
final class ApiRequests {
    private static final String ROOT = "/api/v1";

    /**
     * An operation.
     *
     * @param name method and path as the description spells them
     */
    private record Described(String name, List<String> parameters, List<String> fields) {}

    /**
     * A request that is right.
     *
     * @param fields of its body, as the description tells them
     */
    record Right(Message message, List<String> parameters, List<String> fields) {}

    private final List<Described> operations = new ArrayList<>();

    ApiRequests(JsonNode description) {
        description
                .path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                operation ->
                                                        operations.add(
                                                                described(
                                                                        description,
                                                                        path.getKey(),
                                                                        operation.getKey(),
                                                                        operation.getValue()))));
    }

    private static Described described(
            JsonNode description, String path, String method, JsonNode operation) {
        List<String> parameters = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                parameters.add(parameter.path("name").asText());
            }
        }
        List<String> fields = new ArrayList<>();
        for (JsonNode content : operation.path("requestBody").path("content")) {
            String schema = content.path("schema").path("$ref").asText();
            description
                    .at(schema.replaceFirst("^#", "") + "/properties")
                    .fieldNames()
                    .forEachRemaining(fields::add);
        }
        return new Described(method.toUpperCase(Locale.ROOT) + " " + path, parameters, fields);
    }

    int size() {
        return operations.size();
    }

    /** A request of one operation by somebody; without a token by nobody. */
    Right any(Random random, OwnRecords records, Optional<String> token) {
        Described operation = operations.get(random.nextInt(operations.size()));
        String method = operation.name().substring(0, operation.name().indexOf(' '));
        Sample.Request right = records.request(operation.name());
        Message message = new Message(method, ROOT + right.path());
        token.ifPresent(secret -> message.header("Authorization", "Bearer " + secret));
        right.headers().forEach(message::set);
        right.body()
                .ifPresent(
                        body -> {
                            message.body(body);
                            if (message.header("Content-Type").isEmpty()) {
                                message.header("Content-Type", "application/json");
                            }
                        });
        if (method.equals("PUT")) {
            records.version(right.path()).ifPresent(version -> message.set("If-Match", version));
        }
        if (method.equals("POST") && random.nextInt(4) == 0) {
            message.header("Idempotency-Key", "k" + random.nextInt(1_000_000_000));
        }
        return new Right(message, operation.parameters(), operation.fields());
    }
}
