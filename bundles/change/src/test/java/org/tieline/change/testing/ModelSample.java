package org.tieline.change.testing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tieline.rest.testing.Sample;

/** A change model for the walk of every role through every operation. */
public final class ModelSample implements Sample {
    @Override
    public String table() {
        return "/role-table-change-models.csv";
    }

    @Override
    public String make(String center, Maker maker) {
        return maker.made(
                "/change-models",
                Map.of("center", center, "name", "Reboot a position", "lasts", 30));
    }

    @Override
    public Request request(String operation, String center, String id) {
        String path = operation.substring(operation.indexOf(' ') + 1).replace("{id}", id);
        return switch (operation) {
            case "POST /change-models" ->
                    json(
                            path,
                            "{\"center\":\"%s\",\"name\":\"%s\",\"lasts\":30}"
                                    .formatted(center, UUID.randomUUID()));
            case "PUT /change-models/{id}" ->
                    json(path, "{\"name\":\"%s\",\"lasts\":30}".formatted(UUID.randomUUID()));
            case "POST /change-models/{id}/approve" ->
                    new Request(path, Optional.empty(), Map.of("If-Match", "\"1\""));
            case "POST /change-models/{id}/retire" -> json(path, "{\"reason\":\" \"}");
            default -> new Request(path, Optional.empty(), Map.of());
        };
    }

    private static Request json(String path, String body) {
        return new Request(path, Optional.of(body), Map.of());
    }
}
