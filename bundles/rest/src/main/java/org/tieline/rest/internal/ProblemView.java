package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Problem details as {@link org.tieline.http.Problems} writes them; here for the description. */
@Schema(name = Description.PROBLEM, description = "Why a request was not done (RFC 9457)")
public record ProblemView(
        @Schema(example = "/problems/invalid") String type,
        String title,
        int status,
        String detail,
        @Schema(description = "The path asked for") String instance,
        @Schema(description = "The request's id, which is in the log too") String request,
        @Schema(description = "The faulty fields") Optional<List<Field>> errors,
        @Schema(description = "The version it has by now") Optional<Long> version,
        @Schema(description = "What changed since the version named")
                Optional<List<Change>> changes) {
    @Schema(name = "ProblemField")
    public record Field(String field, String message) {}

    @Schema(name = "ProblemChange")
    public record Change(Instant at, String who, String action, List<FieldChangeView> fields) {}
}
