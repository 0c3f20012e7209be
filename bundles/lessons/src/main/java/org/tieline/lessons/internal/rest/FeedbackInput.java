package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** What somebody tells of a lesson. */
@Schema(name = "NewFeedback")
public record FeedbackInput(
        @Schema(description = "Id of the center that the caller speaks for") String center,
        @Schema(description = "Why it is outdated, 1 to 1,000 characters")
                Optional<String> reason) {}
