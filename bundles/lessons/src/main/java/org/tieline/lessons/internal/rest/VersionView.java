package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.lessons.LessonVersion;
import org.tieline.lessons.internal.record.LessonFacts;

/** A lesson as it once was. */
@Schema(name = "LessonVersion")
public record VersionView(
        long version, LessonState state, String by, Instant at, LessonFacts facts) {
    static VersionView of(LessonVersion version) {
        return new VersionView(
                version.version(),
                version.state(),
                version.by(),
                version.at(),
                LessonFacts.of(version.facts()));
    }
}
