package org.tieline.lessons.internal.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.tieline.api.center.CenterKind;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Classification;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonLink;
import org.tieline.api.lessons.LessonSource;
import org.tieline.api.lessons.Narrative;
import org.tieline.api.lessons.Severity;
import org.tieline.http.Json;

/** What a lesson says as JSON: so the API takes it, and so it is stored. */
@Schema(name = "LessonFacts")
public record LessonFacts(
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
        @Schema(description = "Such as 2014-04-10, 2014-04 or 2014") Optional<String> happenedOn,
        @Schema(description = "When to see whether it still holds, such as 2027-04-10")
                Optional<String> reviewOn,
        @Schema(description = "Who is named as its author; only to its own center")
                Optional<String> author,
        @Schema(description = "At most 20, beginning with https://")
                Optional<List<LessonLink>> links,
        @Schema(description = "center if left away") Optional<Audience> audience,
        @Schema(description = "Ids of other centers, for the audience chosen")
                Optional<List<String>> sharedWith) {

    public static LessonFacts of(LessonDraft draft) {
        Classification about = draft.about();
        return new LessonFacts(
                draft.title(),
                about.category(),
                Optional.of(about.severity()),
                Optional.of(about.source()),
                text(draft.text().happened()),
                text(draft.text().learned()),
                text(draft.text().recommended()),
                text(draft.text().evidence()),
                list(about.topics()),
                list(about.factors()),
                list(about.services()),
                list(about.kinds().stream().sorted().toList()),
                list(about.systems()),
                list(about.vendors()),
                draft.happened(),
                draft.review().map(LocalDate::toString),
                draft.author(),
                list(draft.links()),
                Optional.of(draft.audience()),
                list(draft.sharedWith().stream().sorted().toList()));
    }

    private static Optional<String> text(String text) {
        return Optional.of(text).filter(part -> !part.isEmpty());
    }

    private static <T> Optional<List<T>> list(List<T> list) {
        return Optional.of(list).filter(all -> !all.isEmpty());
    }

    /**
     * @throws Invalid if a date is none
     */
    public LessonDraft draft() {
        return new LessonDraft(
                title,
                new Narrative(
                        happened.orElse(""),
                        learned.orElse(""),
                        recommended.orElse(""),
                        evidence.orElse("")),
                new Classification(
                        category,
                        severity.orElse(Severity.MODERATE),
                        source.orElse(LessonSource.INCIDENT),
                        topics.orElse(List.of()),
                        factors.orElse(List.of()),
                        services.orElse(List.of()),
                        new HashSet<>(kinds.orElse(List.of())),
                        systems.orElse(List.of()),
                        vendors.orElse(List.of())),
                happenedOn,
                date("reviewOn", reviewOn),
                author,
                links.orElse(List.of()),
                audience.orElse(Audience.CENTER),
                new HashSet<>(sharedWith.orElse(List.of())));
    }

    /**
     * @throws Invalid if the text is no date
     */
    public static Optional<LocalDate> date(String field, Optional<String> text) {
        try {
            return text.map(String::strip).filter(day -> !day.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw new Invalid(
                    new FieldError(field, "must be a day as year-month-day, such as 2026-11-22"));
        }
    }

    static String write(LessonDraft draft) {
        try {
            return Json.mapper().writeValueAsString(of(draft));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LessonDraft read(String json) {
        try {
            return Json.mapper().readValue(json, LessonFacts.class).draft();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
