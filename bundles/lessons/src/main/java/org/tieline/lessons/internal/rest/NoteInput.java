package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;

/** A note to be added. */
@Schema(name = "NewNote")
public record NoteInput(
        @Schema(description = "Id of the center whose note it is") String center,
        @Schema(description = "1 to 4,000 characters") String text) {}
