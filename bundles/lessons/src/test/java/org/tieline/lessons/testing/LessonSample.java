package org.tieline.lessons.testing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tieline.rest.testing.Sample;

/** A lesson for the walk of every role through every operation. */
public final class LessonSample implements Sample {
    private static final String PHONE = "555-0142";

    @Override
    public String table() {
        return "/role-table-lessons.csv";
    }

    @Override
    public String make(String center, Maker maker) {
        return maker.made(
                "/lessons",
                Map.of(
                        "center",
                        center,
                        "title",
                        "Radio silence",
                        "category",
                        "technology",
                        "happened",
                        "The tower fell silent. " + PHONE + " was called."));
    }

    @Override
    public Request request(String operation, String center, String id) {
        String path = operation.substring(operation.indexOf(' ') + 1).replace("{id}", id);
        return switch (operation) {
            case "POST /lessons" ->
                    json(
                            path,
                            "{\"center\":\"%s\",\"title\":\"%s\",\"category\":\"people\",\"learned\":\"Ask.\"}"
                                    .formatted(center, UUID.randomUUID()));
            case "PUT /lessons/{id}" ->
                    json(
                            path,
                            "{\"title\":\"Radio %s\",\"category\":\"technology\",\"happened\":\"%s was called.\"}"
                                    .formatted(UUID.randomUUID(), PHONE));
            case "POST /lessons/{id}/give-back", "POST /lessons/{id}/retire" ->
                    json(path, "{\"reason\":\"No longer so\"}");
            case "POST /lessons/{id}/moves" ->
                    json(path, "{\"move\":\"retire\",\"reason\":\"No longer so\"}");
            case "POST /lessons/{id}/publish" ->
                    new Request(path, Optional.empty(), Map.of("If-Match", "\"1\""));
            case "POST /lessons/{id}/findings" ->
                    json(
                            path,
                            "{\"kind\":\"phone number\",\"text\":\"%s\",\"decision\":\"remove\"}"
                                    .formatted(PHONE));
            case "POST /lessons/{id}/notes" ->
                    json(path, "{\"center\":\"%s\",\"text\":\"We saw it too.\"}".formatted(center));
            case "POST /lesson-imports" ->
                    new Request(
                            path + "?center=" + center,
                            Optional.of("Title,Learned\nOne,Ask.\n"),
                            Map.of("Content-Type", "text/csv"));
            case "POST /lesson-after-action" ->
                    new Request(
                            path + "?center=" + center,
                            Optional.of("Strengths\n- Mutual aid answered at once\n"),
                            Map.of("Content-Type", "text/plain"));
            case "POST /lesson-feeds" ->
                    json(path, "{\"center\":\"%s\",\"name\":\"Radio\"}".formatted(center));
            case "GET /lesson-adoptions",
                    "GET /lesson-upkeep",
                    "GET /lesson-imports",
                    "GET /lesson-export/pack" ->
                    new Request(path + "?center=" + center, Optional.empty(), Map.of());
            case "POST /lesson-adoptions/{id}" ->
                    json(path, "{\"center\":\"%s\",\"uptake\":\"as-is\"}".formatted(center));
            case "POST /lesson-upkeep/{id}/helped" ->
                    json(path, "{\"center\":\"%s\"}".formatted(center));
            case "POST /lesson-upkeep/{id}/outdated" ->
                    json(path, "{\"center\":\"%s\",\"reason\":\"Replaced\"}".formatted(center));
            case "POST /lesson-upkeep/{id}/still-holds" ->
                    new Request(path, Optional.of("{}"), Map.of("If-Match", "\"1\""));
            default -> new Request(path, Optional.empty(), Map.of());
        };
    }

    private static Request json(String path, String body) {
        return new Request(path, Optional.of(body), Map.of());
    }
}
