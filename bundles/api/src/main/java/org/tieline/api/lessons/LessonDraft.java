package org.tieline.api.lessons;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a person says of a lesson.
 *
 * @param title one line, 1 to 300 characters
 * @param text what it tells
 * @param about where it belongs
 * @param happened the day, month or year it happened, such as {@code 2014-04-10}, {@code 2014-04},
 *     {@code 2014}
 * @param review the day on which somebody shall see whether it still holds
 * @param author who is named as its author, at most 120 characters; never shown to other centers
 * @param links where to read more, at most 20
 * @param audience who sees it once it is published
 * @param sharedWith ids of other centers, at most 200; not empty for {@link Audience#CHOSEN} and
 *     empty otherwise
 */
public record LessonDraft(
        String title,
        Narrative text,
        Classification about,
        Optional<String> happened,
        Optional<LocalDate> review,
        Optional<String> author,
        List<LessonLink> links,
        Audience audience,
        Set<String> sharedWith) {
    public LessonDraft {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(happened, "happened");
        Objects.requireNonNull(review, "review");
        Objects.requireNonNull(author, "author");
        links = List.copyOf(links);
        Objects.requireNonNull(audience, "audience");
        sharedWith = Set.copyOf(sharedWith);
    }

    /** Returns this lesson with another audience. */
    public LessonDraft to(Audience audience, Set<String> sharedWith) {
        return new LessonDraft(
                title, text, about, happened, review, author, links, audience, sharedWith);
    }

    /** Returns this lesson with another day on which to look at it again. */
    public LessonDraft reviewedOn(Optional<LocalDate> review) {
        return new LessonDraft(
                title, text, about, happened, review, author, links, audience, sharedWith);
    }
}
