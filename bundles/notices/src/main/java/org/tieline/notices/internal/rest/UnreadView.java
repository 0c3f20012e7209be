package org.tieline.notices.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;

/** How much is new. */
@Schema(name = "NoticesUnread")
public record UnreadView(
        @Schema(description = "How many notices were not read; 100 stands for that and more")
                int unread) {}
