package org.tieline.change.internal.conflict;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.change.Window;
import org.tieline.api.record.Who;

/**
 * Another change that claims its window.
 *
 * @param center id of the center that it belongs to
 * @param title what its people call it
 * @param implementer who carries it out
 * @param assets ids of what it touches
 * @param suppliers ids of who supplies that
 */
record ScheduledChange(
        String id,
        String center,
        String title,
        Window window,
        Optional<Who> implementer,
        Set<String> assets,
        Set<String> suppliers) {
    ScheduledChange {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(implementer, "implementer");
        assets = Set.copyOf(assets);
        suppliers = Set.copyOf(suppliers);
    }
}
