package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** That a lesson still holds. */
@Schema(name = "StillHolds")
public record HoldsInput(
        @Schema(description = "When to look at it again, such as 2027-04-10")
                Optional<String> reviewOn) {}
