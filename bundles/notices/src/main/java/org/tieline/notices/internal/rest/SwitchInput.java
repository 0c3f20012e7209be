package org.tieline.notices.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;

/** How the caller wants to be told about a topic. */
@Schema(name = "NoticeWays")
public record SwitchInput(
        @Schema(description = "In the application") boolean shown,
        @Schema(description = "By mail, where mail is set up") boolean mailed) {}
