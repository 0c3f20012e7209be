package org.tieline.api.lessons;

import java.time.Instant;
import java.util.Objects;

/**
 * A lesson as it once was.
 *
 * @param by the name of who wrote this version
 * @param at when
 */
public record LessonVersion(
        long version, LessonDraft facts, LessonState state, String by, Instant at) {
    public LessonVersion {
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
