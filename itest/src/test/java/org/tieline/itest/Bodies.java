package org.tieline.itest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests that are right. */
final class Bodies {
    private Bodies() {}

    static Map<String, Object> center(String id) {
        Map<String, Object> body = new HashMap<>(centerFacts("Center " + id));
        body.put("id", id);
        return body;
    }

    static Map<String, Object> centerFacts(String name) {
        return Map.of(
                "name",
                name,
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

    static Map<String, Object> person(String login, String center, String role) {
        return Map.of(
                "login",
                login,
                "name",
                "Person " + login,
                "center",
                center,
                "active",
                true,
                "roles",
                List.of(Map.of("center", center, "role", role)));
    }

    static Map<String, Object> account(String name, String center, String role) {
        return Map.of(
                "name",
                name,
                "center",
                center,
                "active",
                true,
                "roles",
                List.of(Map.of("center", center, "role", role)));
    }

    static Map<String, Object> position(String center, String name) {
        return Map.of("center", center, "name", name);
    }
}
