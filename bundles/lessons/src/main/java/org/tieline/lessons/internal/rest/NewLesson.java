package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.tieline.api.center.CenterKind;
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonLink;
import org.tieline.api.lessons.LessonSource;
import org.tieline.api.lessons.Severity;
import org.tieline.lessons.internal.record.LessonFacts;

/** A lesson to be written. */
public record NewLesson(
        @Schema(description = "Id of the center that it belongs to, for ever") String center,
        @Schema(description = "One line of 1 to 300 characters") String title,
        Category category,
        @Schema(description = "moderate if left away") Optional<Severity> severity,
        @Schema(description = "incident if left away") Optional<LessonSource> source,
        @Schema(description = "Markdown, at most 40,000 characters") Optional<String> happened,
        @Schema(description = "Markdown, at most 40,000 characters") Optional<String> learned,
        @Schema(description = "Markdown, at most 40,000 characters") Optional<String> recommended,
        @Schema(description = "Markdown, at most 40,000 characters") Optional<String> evidence,
        Optional<List<String>> topics,
        Optional<List<String>> factors,
        Optional<List<String>> services,
        @Schema(description = "Kinds of center that it applies to; all if left away")
                Optional<List<CenterKind>> kinds,
        Optional<List<String>> systems,
        Optional<List<String>> vendors,
        @Schema(description = "Such as 2014-04-10") Optional<String> happenedOn,
        @Schema(description = "When to see whether it still holds, such as 2027-04-10")
                Optional<String> reviewOn,
        @Schema(description = "Who is named as its author; only to its own center")
                Optional<String> author,
        @Schema(description = "At most 20, beginning with https://")
                Optional<List<LessonLink>> links,
        @Schema(description = "center if left away") Optional<Audience> audience,
        @Schema(description = "Ids of other centers, for the audience chosen")
                Optional<List<String>> sharedWith) {

    static NewLesson of(String center, LessonDraft draft) {
        LessonFacts facts = LessonFacts.of(draft);
        return new NewLesson(
                center,
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
                facts.sharedWith());
    }

    LessonDraft draft() {
        return new LessonFacts(
                        title,
                        category,
                        severity,
                        source,
                        happened,
                        learned,
                        recommended,
                        evidence,
                        topics,
                        factors,
                        services,
                        kinds,
                        systems,
                        vendors,
                        happenedOn,
                        reviewOn,
                        author,
                        links,
                        audience,
                        sharedWith)
                .draft();
    }
}
