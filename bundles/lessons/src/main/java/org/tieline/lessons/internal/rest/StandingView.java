package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tieline.api.lessons.Standing;

/** What came of a lesson, as the API shows it. */
@Schema(name = "Standing")
public record StandingView(
        @Schema(description = "How many centers use it; left away below three")
                Optional<Integer> adopted,
        @Schema(description = "How many of them it made better; left away below three")
                Optional<Integer> better,
        @Schema(description = "The centers that let others know") List<Standing.Use> uses,
        @Schema(description = "Since when it is a best practice") Optional<Instant> best) {
    static StandingView of(Standing standing) {
        return new StandingView(
                standing.adopted(), standing.better(), standing.uses(), standing.best());
    }
}
