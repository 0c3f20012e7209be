package org.tieline.change.testing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tieline.rest.testing.Sample;

/** A freeze, a call profile and the search for times, for the walk of every role. */
public final class FreezeSample implements Sample {
    private static final Instant START = Instant.now().plus(30, ChronoUnit.DAYS);

    @Override
    public String table() {
        return "/role-table-freezes.csv";
    }

    @Override
    public String make(String center, Maker maker) {
        return maker.made(
                "/freezes",
                Map.of(
                        "center",
                        center,
                        "title",
                        "County fair",
                        "start",
                        START.toString(),
                        "end",
                        START.plus(1, ChronoUnit.DAYS).toString()));
    }

    @Override
    public Request request(String operation, String center, String id) {
        String path =
                operation
                        .substring(operation.indexOf(' ') + 1)
                        .replace("{id}", id)
                        .replace("{center}", center);
        return switch (operation) {
            case "GET /freezes" ->
                    new Request(path + "?center=" + center, Optional.empty(), Map.of());
            case "POST /freezes" ->
                    json(
                            path,
                            "{\"center\":\"%s\",\"title\":\"Storm\",\"start\":\"%s\",\"end\":\"%s\"}"
                                    .formatted(center, START, START.plus(1, ChronoUnit.HOURS)));
            case "PUT /freezes/{id}" ->
                    json(
                            path,
                            "{\"title\":\"Storm\",\"start\":\"%s\",\"end\":\"%s\"}"
                                    .formatted(START, START.plus(2, ChronoUnit.HOURS)));
            case "POST /freezes/{id}/moves" -> json(path, "{\"move\":\"lift\"}");
            case "PUT /call-profiles/{center}" ->
                    json(
                            path,
                            Collections.nCopies(168, "7").stream()
                                    .collect(Collectors.joining(",", "{\"calls\":[", "]}")));
            case "POST /change-windows/suggest" ->
                    json(path, "{\"center\":\"%s\",\"minutes\":60}".formatted(center));
            case "POST /calendar-feeds" ->
                    json(path, "{\"center\":\"%s\",\"name\":\"Mine\"}".formatted(center));
            default -> new Request(path, Optional.empty(), Map.of());
        };
    }

    private static Request json(String path, String body) {
        return new Request(path, Optional.of(body), Map.of());
    }
}
