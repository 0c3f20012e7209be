package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;

/** Why something is done. */
@Schema(name = "Reason")
public record ReasonInput(@Schema(description = "1 to 1,000 characters") String reason) {}
