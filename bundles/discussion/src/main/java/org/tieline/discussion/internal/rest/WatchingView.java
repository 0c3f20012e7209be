package org.tieline.discussion.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import org.tieline.api.discussion.Watchers;

/** How a record is watched, as the API shows it. */
@Schema(name = "Watching")
public record WatchingView(
        @Schema(description = "Whether the caller watches it") boolean watching,
        @Schema(description = "How many people do") int count) {
    static WatchingView of(Watchers.Watching watching) {
        return new WatchingView(watching.watching(), watching.count());
    }
}
