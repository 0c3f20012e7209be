package org.tieline.assets.testing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tieline.rest.testing.Sample;

/** An asset for the walk of every role through every operation. */
public final class AssetSample implements Sample {
    @Override
    public String table() {
        return "/role-table-assets.csv";
    }

    @Override
    public String make(String center, Maker maker) {
        return maker.made(
                "/assets",
                Map.of("center", center, "name", "Phone system", "kind", "phone-system"));
    }

    @Override
    public Request request(String operation, String center, String id) {
        String path = operation.substring(operation.indexOf(' ') + 1).replace("{id}", id);
        return switch (operation) {
            case "POST /assets" ->
                    json(
                            path,
                            "{\"center\":\"%s\",\"name\":\"%s\",\"kind\":\"cad\"}"
                                    .formatted(center, UUID.randomUUID()));
            case "PUT /assets/{id}" ->
                    json(
                            path,
                            "{\"name\":\"Phone %s\",\"kind\":\"phone-system\",\"state\":\"in-use\",\"criticality\":\"vital\"}"
                                    .formatted(UUID.randomUUID()));
            case "POST /assets/import" ->
                    new Request(
                            path + "?center=" + center,
                            Optional.of("name,kind\nTower,site\n"),
                            Map.of("Content-Type", "text/csv"));
            case "GET /assets/single-points", "GET /assets/export" ->
                    new Request(path + "?center=" + center, Optional.empty(), Map.of());
            default -> new Request(path, Optional.empty(), Map.of());
        };
    }

    private static Request json(String path, String body) {
        return new Request(path, Optional.of(body), Map.of());
    }
}
