package org.tieline.change.testing;

import java.util.Map;
import java.util.Optional;
import org.tieline.rest.testing.Sample;

/** A change for the walk of every role through every operation. */
public final class ChangeSample implements Sample {
    @Override
    public String table() {
        return "/role-table-changes.csv";
    }

    @Override
    public String make(String center, Maker maker) {
        return maker.made(
                "/changes",
                Map.of("center", center, "title", "Swap the recorder", "type", "normal"));
    }

    @Override
    public Request request(String operation, String center, String id) {
        String path =
                operation
                        .substring(operation.indexOf(' ') + 1)
                        .replace("{id}", id)
                        .replace("{step}", "none");
        return switch (operation) {
            case "POST /changes", "POST /changes/preview" ->
                    json(
                            path,
                            "{\"center\":\"%s\",\"title\":\"Move a desk\",\"type\":\"normal\"}"
                                    .formatted(center));
            case "POST /change-views" ->
                    json(
                            path,
                            "{\"center\":\"%s\",\"name\":\"Open\",\"query\":\"state=open\"}"
                                    .formatted(center));
            case "PUT /changes/{id}" ->
                    json(path, "{\"title\":\"Swap the recorder\",\"type\":\"normal\"}");
            case "POST /changes/{id}/moves" -> json(path, "{\"move\":\"cancel\"}");
            case "POST /changes/moves" ->
                    json(path, "{\"changes\":[\"%s\"],\"move\":\"schedule\"}".formatted(id));
            case "POST /changes/{id}/votes" -> json(path, "{\"round\":1,\"choice\":\"approve\"}");
            case "POST /changes/{id}/steps/{step}" -> json(path, "{\"state\":\"done\"}");
            case "POST /changes/{id}/evidence" ->
                    json(path, "{\"path\":\"text\",\"passed\":true,\"note\":\"Heard\"}");
            case "PUT /changes/{id}/review" ->
                    new Request(
                            path, Optional.of("{\"aim\":\"yes\"}"), Map.of("If-Match", "\"1\""));
            default -> new Request(path, Optional.empty(), Map.of());
        };
    }

    private static Request json(String path, String body) {
        return new Request(path, Optional.of(body), Map.of());
    }
}
