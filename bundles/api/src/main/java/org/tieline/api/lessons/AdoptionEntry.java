package org.tieline.api.lessons;

import java.util.Objects;
import java.util.Optional;

/**
 * A lesson on a center's adoption board.
 *
 * @param adoption what the center decided; empty while it has not
 * @param best whether the lesson is a best practice
 */
public record AdoptionEntry(LessonEntry lesson, Optional<Adoption> adoption, boolean best) {
    public AdoptionEntry {
        Objects.requireNonNull(lesson, "lesson");
        Objects.requireNonNull(adoption, "adoption");
    }
}
