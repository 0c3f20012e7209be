package org.tieline.api.lessons;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a list says of a lesson, as the caller may see it; see {@link Lesson}.
 *
 * @param pack the name of the knowledge pack that brought it
 */
public record LessonEntry(
        String id,
        String center,
        String title,
        Category category,
        Severity severity,
        LessonState state,
        Optional<String> pack,
        Instant updated) {
    public LessonEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(pack, "pack");
        Objects.requireNonNull(updated, "updated");
    }
}
