package org.tieline.problem.testing;

import java.util.Map;
import java.util.Optional;
import org.tieline.rest.testing.Sample;

/** A new problem for the walk of every role. */
public final class ProblemSample implements Sample {
    @Override
    public String table() {
        return "/role-table-problems.csv";
    }

    @Override
    public String make(String center, Maker maker) {
        return maker.made("/problems", Map.of("center", center, "title", "Consoles go deaf"));
    }

    @Override
    public Request request(String operation, String center, String id) {
        String path = operation.substring(operation.indexOf(' ') + 1).replace("{id}", id);
        return switch (operation) {
            case "POST /problems" ->
                    json(path, "{\"center\":\"" + center + "\",\"title\":\"Radio fades\"}");
            case "PUT /problems/{id}" ->
                    json(path, "{\"title\":\"Consoles go deaf\",\"causeCategory\":\"supplier\"}");
            case "POST /problems/{id}/moves" -> json(path, "{\"move\":\"accept\"}");
            default -> new Request(path, Optional.empty(), Map.of());
        };
    }

    private static Request json(String path, String body) {
        return new Request(path, Optional.of(body), Map.of());
    }
}
