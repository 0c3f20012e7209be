package org.tieline.discussion.testing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tieline.rest.testing.Sample;

/**
 * An asset with a comment for the walk of every role through every operation. The walk makes its
 * records of JSON, so that there is no file yet.
 */
public final class DiscussionSample implements Sample {
    private static final String NO_FILE = UUID.randomUUID().toString();

    private String comment = "";
    private String other = "";
    private String link = "";

    @Override
    public String table() {
        return "/role-table-discussion.csv";
    }

    @Override
    public String make(String center, Maker maker) {
        String asset = asset(center, maker);
        other = asset(center, maker);
        link = maker.made("/links", link(asset, "caused-by"));
        comment = maker.made("/records/asset/" + asset + "/comments", Map.of("text", "It hums."));
        return asset;
    }

    private static String asset(String center, Maker maker) {
        return maker.made(
                "/assets",
                Map.of(
                        "center",
                        center,
                        "name",
                        "Talked about " + UUID.randomUUID(),
                        "kind",
                        "cad"));
    }

    private Map<String, Object> link(String from, String relation) {
        return Map.of(
                "from",
                Map.of("kind", "asset", "id", from),
                "relation",
                relation,
                "to",
                Map.of("kind", "asset", "id", other));
    }

    @Override
    public Request request(String operation, String center, String id) {
        String path =
                operation
                        .substring(operation.indexOf(' ') + 1)
                        .replace("{kind}", "asset")
                        .replace("{id}", target(operation, id));
        return switch (operation) {
            case "POST /records/{kind}/{id}/comments" ->
                    new Request(path, Optional.of("{\"text\":\"It hums.\"}"), Map.of());
            case "PUT /comments/{id}" ->
                    new Request(
                            path,
                            Optional.of("{\"text\":\"It sings.\"}"),
                            Map.of("If-Match", "\"1\""));
            case "POST /attachments" ->
                    new Request(
                            path + "?kind=asset&record=" + id + "&name=notes.txt",
                            Optional.of("It hums since noon."),
                            Map.of("Content-Type", "application/octet-stream"));
            case "GET /links" ->
                    new Request(path + "?kind=asset&record=" + id, Optional.empty(), Map.of());
            case "POST /links" ->
                    new Request(
                            path,
                            Optional.of(
                                    """
                                    {"from":{"kind":"asset","id":"%s"},"relation":"fixed-by",
                                    "to":{"kind":"asset","id":"%s"}}"""
                                            .formatted(id, other)),
                            Map.of());
            default -> new Request(path, Optional.empty(), Map.of());
        };
    }

    private String target(String operation, String asset) {
        if (operation.contains("/comments/{id}")) {
            return comment;
        } else if (operation.contains("/links/{id}")) {
            return link;
        }
        return operation.contains("/attachments/{id}") ? NO_FILE : asset;
    }
}
