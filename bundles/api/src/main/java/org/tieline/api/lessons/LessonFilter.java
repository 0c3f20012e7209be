package org.tieline.api.lessons;

import java.util.Objects;
import java.util.Optional;

/**
 * Which lessons to list.
 *
 * @param center only those that belong to this center
 * @param state only those in this state, as the caller sees it
 */
public record LessonFilter(
        Optional<String> center,
        Optional<LessonState> state,
        Optional<Category> category,
        Optional<Severity> severity) {
    public static final LessonFilter ALL =
            new LessonFilter(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public LessonFilter {
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(severity, "severity");
    }

    public static LessonFilter of(String center) {
        return new LessonFilter(
                Optional.of(center), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns this filter for one state. */
    public LessonFilter in(LessonState wanted) {
        return new LessonFilter(center, Optional.of(wanted), category, severity);
    }
}
