package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.LessonEntry;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.lessons.Severity;

/** What the API says of a lesson in a list. */
@Schema(name = "LessonEntry")
public record EntryView(
        String id,
        String center,
        String title,
        Category category,
        Severity severity,
        LessonState state,
        Optional<String> pack,
        Instant updated) {
    static EntryView of(LessonEntry entry) {
        return new EntryView(
                entry.id(),
                entry.center(),
                entry.title(),
                entry.category(),
                entry.severity(),
                entry.state(),
                entry.pack(),
                entry.updated());
    }
}
