package org.tieline.problem.testing;

import java.util.Map;
import java.util.Optional;
import org.tieline.rest.testing.Sample;

/** The draft of a known error, for the walk of every role. */
public final class KnownErrorSample implements Sample {
    private static final String FACTS =
            "\"title\":\"No audio\",\"symptom\":\"Silence\",\"cause\":\"Firewall\","
                    + "\"workaround\":\"Transfer\",\"appliedBy\":\"Any telecommunicator\"";

    private static final String NOTHING_SHARED = "0192f0c1-0000-7000-8000-000000000000";

    @Override
    public String table() {
        return "/role-table-known-errors.csv";
    }

    @Override
    public String make(String center, Maker maker) {
        return maker.made(
                "/known-errors",
                Map.of(
                        "center", center,
                        "title", "No audio",
                        "symptom", "Silence",
                        "cause", "Firewall",
                        "workaround", "Transfer",
                        "appliedBy", "Any telecommunicator"));
    }

    @Override
    public Request request(String operation, String center, String id) {
        String path =
                operation
                        .substring(operation.indexOf(' ') + 1)
                        .replace("{id}", operation.contains("/shared-") ? NOTHING_SHARED : id);
        return switch (operation) {
            case "POST /known-errors" ->
                    json(path, "{\"center\":\"" + center + "\"," + FACTS + "}");
            case "PUT /known-errors/{id}" -> json(path, "{" + FACTS + ",\"model\":\"7\"}");
            case "POST /known-errors/{id}/moves" -> json(path, "{\"move\":\"retire\"}");
            case "POST /shared-known-errors" ->
                    json(path, "{\"knownError\":\"" + id + "\",\"everybody\":true}");
            case "POST /shared-known-errors/{id}/adopt" ->
                    json(path, "{\"center\":\"" + center + "\"}");
            case "POST /shared-known-errors/{id}/outcome" ->
                    json(path, "{\"center\":\"" + center + "\",\"outcome\":\"adapted\"}");
            default -> new Request(path, Optional.empty(), Map.of());
        };
    }

    private static Request json(String path, String body) {
        return new Request(path, Optional.of(body), Map.of());
    }
}
