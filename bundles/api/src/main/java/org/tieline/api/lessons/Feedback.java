package org.tieline.api.lessons;

import java.time.Instant;
import java.util.Objects;

/**
 * What somebody who read a lesson tells its owner.
 *
 * @param center id of the center it comes from
 * @param reason why; empty for what helped
 * @param by the name of who told it; empty for other centers than its own
 */
public record Feedback(
        String id, String lesson, String center, Kind kind, String reason, String by, Instant at) {
    /** What is told. */
    public enum Kind {
        HELPED,
        /** It is outdated. */
        OUTDATED
    }

    public Feedback {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(lesson, "lesson");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
