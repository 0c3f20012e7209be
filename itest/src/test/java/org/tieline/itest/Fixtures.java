package org.tieline.itest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A center with one record of each kind, and requests about them that are right. */
final class Fixtures {
    private final Api administrator;
    private final String center = id();
    private final String person;
    private final String account;
    private final String token;
    private final String position;

    /** A request ready to be sent. */
    record Call(String method, String path, Optional<String> body, Map<String, String> headers) {
        Api.Answer send(Api api) {
            return api.send(method, path, body, headers);
        }
    }

    Fixtures(Api administrator) {
        this.administrator = administrator;
        administrator.post("/centers", Bodies.center(center)).expect(201);
        person = made("/people", Bodies.person(id(), center, "staff"));
        account = made("/service-accounts", Bodies.account(id(), center, "reader"));
        token = made("/service-accounts/" + account + "/tokens", token());
        position = made("/positions", Bodies.position(center, "Desk 1"));
    }

    static String id() {
        return "r-" + UUID.randomUUID();
    }

    private String made(String path, Object body) {
        return administrator.post(path, body).expect(201).get("id");
    }

    String center() {
        return center;
    }

    /** The ids of all that the center has, its own included. */
    List<String> ids() {
        return List.of(center, person, account, token, position);
    }

    /** Returns a caller with this role in the center. */
    Api with(String role) {
        String machine = made("/service-accounts", Bodies.account(id(), center, role));
        return administrator.as(
                Administrator.secret(
                        administrator, machine, List.of("*"), Duration.ofHours(1), Map.of()));
    }

    /**
     * @param operation method and path as the API's description spells them
     */
    Call call(String operation) {
        String method = operation.substring(0, operation.indexOf(' '));
        String path =
                operation
                        .substring(operation.indexOf(' ') + 1)
                        .replace("{token}", token)
                        .replace("{id}", target(operation));
        boolean change = method.equals("PUT");
        return new Call(
                method,
                path,
                body(operation).map(Api::write),
                change ? Map.of("If-Match", administrator.get(path).etag()) : Map.of());
    }

    private String target(String operation) {
        if (operation.contains("/centers")) {
            return center;
        } else if (operation.contains("/people")) {
            return person;
        }
        return operation.contains("/positions") ? position : account;
    }

    private Optional<Object> body(String operation) {
        return switch (operation) {
            case "POST /centers" -> Optional.of(Bodies.center(id()));
            case "PUT /centers/{id}" -> Optional.of(Bodies.centerFacts("Renamed " + id()));
            case "POST /people", "PUT /people/{id}" ->
                    Optional.of(Bodies.person(id(), center, "staff"));
            case "POST /service-accounts", "PUT /service-accounts/{id}" ->
                    Optional.of(Bodies.account(id(), center, "reader"));
            case "POST /service-accounts/{id}/tokens" -> Optional.of(token());
            case "POST /positions" -> Optional.of(Bodies.position(center, "Desk 2"));
            default -> Optional.empty();
        };
    }

    private static Map<String, Object> token() {
        return Map.of(
                "label", "tests",
                "scopes", List.of("center.read"),
                "expires", Instant.now().plus(Duration.ofHours(1)).toString());
    }
}
