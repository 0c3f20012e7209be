package org.tieline.change.testing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tieline.api.access.Role;
import org.tieline.rest.testing.Sample;

/** A line of the table of approval and a delegate, for the walk of every role. */
public final class ApprovalSample implements Sample {
    private static final Instant START = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final Map<String, String> delegations = new ConcurrentHashMap<>();

    @Override
    public String table() {
        return "/role-table-approval.csv";
    }

    @Override
    public String make(String center, Maker maker) {
        String login = login(center);
        maker.made(
                "/people",
                Map.of(
                        "login",
                        login,
                        "name",
                        "Dee Deputy",
                        "center",
                        center,
                        "active",
                        true,
                        "roles",
                        List.of()));
        String rule =
                maker.madeBy(
                        Role.CENTER_MANAGER,
                        "/approval-rules",
                        Map.of(
                                "center",
                                center,
                                "type",
                                "normal",
                                "authority",
                                Map.of(
                                        "name",
                                        "County board",
                                        "roles",
                                        List.of("center-manager"),
                                        "quorum",
                                        1)));
        delegations.put(rule, maker.made("/change-delegations", delegation(center)));
        return rule;
    }

    private static String login(String center) {
        return ("d-" + center).substring(0, Math.min(center.length() + 2, 60));
    }

    private static Map<String, Object> delegation(String center) {
        return Map.of(
                "center",
                center,
                "delegate",
                login(center),
                "from",
                START.toString(),
                "until",
                START.plus(7, ChronoUnit.DAYS).toString());
    }

    @Override
    public Request request(String operation, String center, String id) {
        String path = operation.substring(operation.indexOf(' ') + 1);
        String of = path.startsWith("/change-delegations") ? delegations.get(id) : id;
        String filled = path.replace("{id}", of);
        return switch (operation) {
            case "GET /approval-rules", "GET /change-delegations" ->
                    new Request(filled + "?center=" + center, Optional.empty(), Map.of());
            case "POST /approval-rules/{id}/moves" -> json(filled, "{\"move\":\"remove\"}");
            case "POST /change-delegations/{id}/moves" -> json(filled, "{\"move\":\"end\"}");
            case "POST /approval-rules", "PUT /approval-rules/{id}" ->
                    json(
                            filled,
                            """
                            {"center":"%s","type":"emergency","authority":
                            {"name":"Sheriff","roles":["center-manager"],"quorum":1}}"""
                                    .formatted(center));
            case "POST /change-delegations" ->
                    json(
                            filled,
                            """
                            {"center":"%s","delegate":"%s","from":"%s","until":"%s"}"""
                                    .formatted(
                                            center,
                                            login(center),
                                            START,
                                            START.plus(1, ChronoUnit.DAYS)));
            default -> new Request(filled, Optional.empty(), Map.of());
        };
    }

    private static Request json(String path, String body) {
        return new Request(path, Optional.of(body), Map.of());
    }
}
