package org.tieline.change.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.tieline.api.change.Window;

/** When a change is planned to run. */
@Schema(name = "ChangeWindow")
public record WindowView(
        Instant start, @Schema(description = "At most 14 days after the start") Instant end) {
    static WindowView of(Window window) {
        return new WindowView(window.start(), window.end());
    }

    Window window() {
        return new Window(start, end);
    }
}
