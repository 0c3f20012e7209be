package org.tieline.problem.testing;

import java.util.Map;
import java.util.Optional;
import org.tieline.api.access.Role;
import org.tieline.rest.testing.Sample;

/** An incident that a telecommunicator reported, for the walk of every role. */
public final class IncidentSample implements Sample {
    @Override
    public String table() {
        return "/role-table-incidents.csv";
    }

    @Override
    public String make(String center, Maker maker) {
        return maker.madeBy(
                Role.STAFF, "/incidents", Map.of("center", center, "title", "No audio"));
    }

    @Override
    public Request request(String operation, String center, String id) {
        String path = operation.substring(operation.indexOf(' ') + 1).replace("{id}", id);
        return switch (operation) {
            case "POST /incidents" ->
                    json(path, "{\"center\":\"" + center + "\",\"title\":\"ALI is down\"}");
            case "PUT /incidents/{id}" ->
                    json(path, "{\"title\":\"No audio\",\"service\":\"Position 4\"}");
            case "POST /incidents/{id}/moves" -> json(path, "{\"move\":\"start\"}");
            case "POST /incidents/{id}/timeline" ->
                    json(path, "{\"text\":\"The vendor was called\"}");
            default -> new Request(path, Optional.empty(), Map.of());
        };
    }

    private static Request json(String path, String body) {
        return new Request(path, Optional.of(body), Map.of());
    }
}
