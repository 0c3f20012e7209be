package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tieline.api.center.CenterKind;
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonLink;
import org.tieline.api.lessons.LessonSource;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.lessons.Severity;
import org.tieline.lessons.internal.record.LessonFacts;

/** A lesson as the API shows it. */
@Schema(name = "Lesson")
public record LessonView(
        String id,
        @Schema(description = "* for what a knowledge pack brought") String center,
        LessonState state,
        String title,
        Category category,
        Optional<Severity> severity,
        Optional<LessonSource> source,
        Optional<String> happened,
        Optional<String> learned,
        Optional<String> recommended,
        Optional<String> evidence,
        Optional<List<String>> topics,
        Optional<List<String>> factors,
        Optional<List<String>> services,
        Optional<List<CenterKind>> kinds,
        Optional<List<String>> systems,
        Optional<List<String>> vendors,
        Optional<String> happenedOn,
        Optional<String> reviewOn,
        Optional<String> author,
        Optional<List<LessonLink>> links,
        Optional<Audience> audience,
        Optional<List<String>> sharedWith,
        Optional<String> writtenBy,
        Optional<String> reviewer,
        Optional<Instant> published,
        @Schema(description = "The knowledge pack that brought it") Optional<String> pack,
        long version,
        Instant created,
        Instant updated) {

    public static LessonView of(Lesson lesson) {
        LessonFacts facts = LessonFacts.of(lesson.facts());
        return new LessonView(
                lesson.id(),
                lesson.center(),
                lesson.state(),
                facts.title(),
                facts.category(),
                facts.severity(),
                facts.source(),
                facts.happened(),
                facts.learned(),
                facts.recommended(),
                facts.evidence(),
                facts.topics(),
                facts.factors(),
                facts.services(),
                facts.kinds(),
                facts.systems(),
                facts.vendors(),
                facts.happenedOn(),
                facts.reviewOn(),
                facts.author(),
                facts.links(),
                facts.audience(),
                facts.sharedWith(),
                lesson.written(),
                lesson.reviewer(),
                lesson.published(),
                lesson.pack(),
                lesson.version(),
                lesson.created(),
                lesson.updated());
    }
}
