package org.tieline.change.internal.conflict;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.change.Who;
import org.tieline.api.change.Window;

/**
 * Another change that claims its window.
 *
 * @param center id of the center that it belongs to
 * @param title what its people call it
 * @param implementer who carries it out
 * @param assets ids of what it touches
 * @param suppliers ids of who supplies that
 */
record Planned(
        String id,
        String center,
        String title,
        Window window,
        Optional<Who> implementer,
        Set<String> assets,
        Set<String> suppliers) {
    Planned {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(implementer, "implementer");
        assets = Set.copyOf(assets);
        suppliers = Set.copyOf(suppliers);
    }
}
