package org.tieline.change.testing;

import java.util.Map;
import java.util.Optional;
import org.tieline.rest.testing.Sample;

/** A draft of a change that somebody wants to share, for the walk of every role. */
public final class SharingSample implements Sample {
    private static final String NOTHING = "0192f0c1-0000-7000-8000-000000000000";

    @Override
    public String table() {
        return "/role-table-shared-changes.csv";
    }

    @Override
    public String make(String center, Maker maker) {
        return maker.made(
                "/changes", Map.of("center", center, "title", "Move a desk", "type", "normal"));
    }

    @Override
    public Request request(String operation, String center, String id) {
        String path = operation.substring(operation.indexOf(' ') + 1).replace("{id}", NOTHING);
        if (operation.endsWith("/adopt")) {
            return json(path, "{\"center\":\"%s\"}".formatted(center));
        } else if (operation.endsWith("/outcome")) {
            return json(
                    path,
                    "{\"center\":\"%s\",\"outcome\":\"rejected\",\"reason\":\"No\"}"
                            .formatted(center));
        }
        return operation.equals("POST /shared-changes")
                ? json(path, "{\"change\":\"%s\",\"everybody\":true}".formatted(id))
                : new Request(path, Optional.empty(), Map.of());
    }

    private static Request json(String path, String body) {
        return new Request(path, Optional.of(body), Map.of());
    }
}
