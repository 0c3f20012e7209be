package org.tieline.api.lessons;

import java.time.Instant;
import java.util.Objects;

/**
 * What a center notes on a lesson for itself; no other center sees it. Notes on a lesson of a
 * knowledge pack outlive the pack's updates.
 *
 * @param center the center whose note it is
 * @param text plain text
 * @param by the name of who wrote it
 */
public record LessonNote(String id, String center, String text, String by, Instant at) {
    public LessonNote {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
