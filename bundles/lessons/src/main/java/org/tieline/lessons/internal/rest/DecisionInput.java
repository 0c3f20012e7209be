package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import org.tieline.api.sharing.Finding;

/** What is decided on a passage. */
@Schema(name = "Decision")
public record DecisionInput(
        @Schema(description = "As the finding says it") String kind,
        @Schema(description = "The passage, as the finding says it") String text,
        Finding.Decision decision) {}
