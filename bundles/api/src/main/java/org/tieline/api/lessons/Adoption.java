package org.tieline.api.lessons;

import java.time.Instant;
import java.util.Objects;

/**
 * What one center decided on a lesson, and what came of it.
 *
 * @param lesson id of the lesson
 * @param center id of the center that uses it
 * @param by the name of who said so last
 * @param version counts its changes, from 1
 */
public record Adoption(
        String lesson,
        String center,
        AdoptionDraft facts,
        String by,
        long version,
        Instant updated) {
    public Adoption {
        Objects.requireNonNull(lesson, "lesson");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(updated, "updated");
    }
}
