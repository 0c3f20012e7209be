package org.tieline.rest.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tieline.api.access.Role;
import org.tieline.rest.testing.Client.Answer;

/** A center with one record of each kind, and requests about them that are right. */
public final class OwnRecords {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Client client;
    private final Optional<String> administrator;
    private final Clock clock;
    private final String center;
    private final String person;
    private final String account;
    private final String token;
    private final String position;
    private final List<Own> samples;

    /** A capability's record. */
    private record Own(Sample sample, Set<String> operations, String id) {}

    /**
     * @param administrator the token of somebody who may do everything everywhere
     * @param clock the server's
     */
    public OwnRecords(Client client, Optional<String> administrator, Clock clock) {
        this.client = client;
        this.administrator = administrator;
        this.clock = clock;
        this.center = made("/centers", center());
        this.person = made("/people", person());
        this.account = made("/service-accounts", account(center, List.of()));
        this.token = made("/service-accounts/" + account + "/tokens", token(List.of("*")));
        this.position = made("/positions", position("Desk 1"));
        this.samples = RoleTable.samples().stream().map(this::own).toList();
    }

    private Own own(Sample sample) {
        return new Own(
                sample,
                new RoleTable(sample.table()).operations(),
                sample.make(center, new Making()));
    }

    /** The id of the center. */
    public String home() {
        return center;
    }

    /** The ids of all that the center has, its own included. */
    public List<String> ids() {
        List<String> ids = new ArrayList<>(List.of(center, person, account, token, position));
        samples.forEach(own -> ids.add(own.id()));
        return ids;
    }

    /** Returns the token of a new machine that has this role in the center. */
    public Optional<String> with(Role role) {
        return with(role, center);
    }

    /** Returns the token of a new machine of the center that has this role there or everywhere. */
    public Optional<String> with(Role role, String where) {
        Map<String, String> grant = Map.of("center", where, "role", RoleTable.column(role));
        String machine = made("/service-accounts", account(where, List.of(grant)));
        String tokens = "/service-accounts/" + machine + "/tokens";
        return Optional.of(create(tokens, token(List.of("*"))).path("secret").asText());
    }

    /** The API's description. */
    public JsonNode description() {
        return read(
                client.send(administrator, "GET", "/openapi.json", Optional.empty(), Map.of())
                        .text());
    }

    /**
     * Sends what an operation needs.
     *
     * @param operation method and path as the API's description spells them
     */
    Answer call(String operation, Optional<String> caller) {
        return call(operation, request(operation), caller, Map.of());
    }

    /**
     * Sends a request.
     *
     * @param more headers besides those of the request
     */
    Answer call(
            String operation,
            Sample.Request request,
            Optional<String> caller,
            Map<String, String> more) {
        String method = operation.substring(0, operation.indexOf(' '));
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.putAll(more);
        if (method.equals("PUT")) {
            version(request.path()).ifPresent(version -> headers.put("If-Match", version));
        }
        return client.send(caller, method, request.path(), request.body(), headers);
    }

    /** Returns the version that a record has now, if it has one, as If-Match names it. */
    public Optional<String> version(String path) {
        return client.send(administrator, "GET", path, Optional.empty(), Map.of()).version();
    }

    /**
     * Returns a request that is right.
     *
     * @param operation method and path as the API's description spells them
     */
    public Sample.Request request(String operation) {
        return samples.stream()
                .filter(own -> own.operations().contains(operation))
                .findFirst()
                .map(own -> own.sample().request(operation, center, own.id()))
                .orElseGet(
                        () ->
                                new Sample.Request(
                                        operation
                                                .substring(operation.indexOf(' ') + 1)
                                                .replace("{token}", token)
                                                .replace("{kind}", "center")
                                                .replace("{id}", target(operation)),
                                        body(operation).map(OwnRecords::write),
                                        Map.of()));
    }

    private String target(String operation) {
        if (operation.contains("/centers") || operation.contains("/search")) {
            return center;
        } else if (operation.contains("/people")) {
            return person;
        }
        return operation.contains("/positions") ? position : account;
    }

    private Optional<Map<String, Object>> body(String operation) {
        return switch (operation) {
            case "POST /centers" -> Optional.of(center());
            case "PUT /centers/{id}" -> Optional.of(centerFacts());
            case "POST /people", "PUT /people/{id}" -> Optional.of(person());
            case "POST /service-accounts", "PUT /service-accounts/{id}" ->
                    Optional.of(account(center, List.of()));
            case "POST /service-accounts/{id}/tokens" -> Optional.of(token(List.of("center.read")));
            case "POST /positions" -> Optional.of(position("Desk 2"));
            default -> Optional.empty();
        };
    }

    private final class Making implements Sample.Maker {
        @Override
        public String made(String path, Map<String, Object> body) {
            return OwnRecords.this.made(path, body);
        }

        @Override
        public String madeBy(Role role, String path, Map<String, Object> body) {
            return create(with(role), path, body).path("id").asText();
        }
    }

    private String made(String path, Map<String, Object> body) {
        return create(path, body).path("id").asText();
    }

    private JsonNode create(String path, Map<String, Object> body) {
        return create(administrator, path, body);
    }

    private JsonNode create(Optional<String> caller, String path, Map<String, Object> body) {
        Answer answer = client.send(caller, "POST", path, Optional.of(write(body)), Map.of());
        if (answer.status() != 201) {
            throw new AssertionError(path + ": " + answer);
        }
        return read(answer.text());
    }

    private static String unique() {
        return "r-" + UUID.randomUUID();
    }

    private static Map<String, Object> center() {
        return Map.of(
                "id", unique(),
                "name", "Harbor County",
                "kind", "primary-psap",
                "timeZone", "America/Chicago");
    }

    private static Map<String, Object> centerFacts() {
        return Map.of(
                "name",
                "Renamed " + unique(),
                "kind",
                "primary-psap",
                "timeZone",
                "America/Chicago",
                "state",
                "active",
                "neighbours",
                List.of(),
                "backups",
                List.of());
    }

    private Map<String, Object> person() {
        return Map.of(
                "login", unique(), "name", "Pat Doe", "center", center, "active", true, "roles",
                List.of());
    }

    private static Map<String, Object> account(String where, List<Map<String, String>> roles) {
        return Map.of("name", unique(), "center", where, "active", true, "roles", roles);
    }

    private Map<String, Object> token(List<String> scopes) {
        return Map.of(
                "label",
                "test",
                "scopes",
                scopes,
                "expires",
                clock.instant().plus(Duration.ofDays(1)).toString());
    }

    private Map<String, Object> position(String name) {
        return Map.of("center", center, "name", name);
    }

    private static String write(Map<String, Object> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
