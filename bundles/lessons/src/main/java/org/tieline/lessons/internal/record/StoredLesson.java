package org.tieline.lessons.internal.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.access.Caller;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.record.Who;

/**
 * A lesson as it is kept.
 *
 * @param facts as it was last written
 * @param published as others see it, if that is something else
 * @param publishedVersion the version that was published, while it is
 * @param import which import brought it, and as which of its rows
 */
public record StoredLesson(
        String id,
        String center,
        LessonState state,
        LessonDraft facts,
        Optional<LessonDraft> published,
        Optional<Long> publishedVersion,
        Optional<Instant> publishedAt,
        Who author,
        Who changedBy,
        Optional<String> reviewer,
        Optional<Origin> pack,
        Optional<Origin> imported,
        long version,
        Instant created,
        Instant updated) {

    /**
     * @param source which pack or import
     * @param key which of its lessons
     */
    public record Origin(String source, String key) {}

    public static StoredLesson written(
            String id, String center, LessonDraft facts, Caller caller, Instant now) {
        Who who = Who.of(caller.actor());
        return new StoredLesson(
                id,
                center,
                LessonState.DRAFT,
                facts,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                who,
                who,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                now,
                now);
    }

    /** What others see; empty while it is not published. */
    public Optional<LessonDraft> shown() {
        return publishedVersion.map(any -> published.orElse(facts));
    }

    /** The lesson with other words: a draft again. */
    public StoredLesson rewritten(LessonDraft draft, Caller caller, Instant now) {
        return new StoredLesson(
                id,
                center,
                LessonState.DRAFT,
                draft,
                shown(),
                publishedVersion,
                publishedAt,
                author,
                Who.of(caller.actor()),
                reviewer,
                pack,
                imported,
                version + 1,
                created,
                now);
    }

    /** The lesson handed in or given back. */
    public StoredLesson moved(LessonState to, Instant now) {
        return new StoredLesson(
                id,
                center,
                to,
                facts,
                published,
                publishedVersion,
                publishedAt,
                author,
                changedBy,
                reviewer,
                pack,
                imported,
                version + 1,
                created,
                now);
    }

    /**
     * @param shown what others see from now on
     */
    public StoredLesson published(LessonDraft shown, String by, Instant now) {
        return new StoredLesson(
                id,
                center,
                LessonState.PUBLISHED,
                facts,
                Optional.of(shown).filter(other -> !other.equals(facts)),
                Optional.of(version + 1),
                Optional.of(now),
                author,
                changedBy,
                Optional.of(by),
                pack,
                imported,
                version + 1,
                created,
                now);
    }

    /** The lesson published in its center as it was taken over from elsewhere. */
    public StoredLesson takenOver(Instant now) {
        return new StoredLesson(
                id,
                center,
                LessonState.PUBLISHED,
                facts,
                Optional.empty(),
                Optional.of(version),
                Optional.of(now),
                author,
                changedBy,
                Optional.empty(),
                pack,
                imported,
                version,
                created,
                now);
    }

    /** The published lesson as it is, with another day to look at it again. */
    public StoredLesson holding(Optional<LocalDate> review, Instant now) {
        return new StoredLesson(
                id,
                center,
                state,
                facts.reviewedOn(review),
                published.map(shown -> shown.reviewedOn(review)),
                Optional.of(version + 1),
                publishedAt,
                author,
                changedBy,
                reviewer,
                pack,
                imported,
                version + 1,
                created,
                now);
    }

    public StoredLesson retired(Instant now) {
        return new StoredLesson(
                id,
                center,
                LessonState.RETIRED,
                facts,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                author,
                changedBy,
                reviewer,
                pack,
                imported,
                version + 1,
                created,
                now);
    }

    /** The lesson as part of a pack or of an import. */
    public StoredLesson from(Optional<Origin> ofPack, Optional<Origin> ofImport) {
        return new StoredLesson(
                id,
                center,
                state,
                facts,
                published,
                publishedVersion,
                publishedAt,
                author,
                changedBy,
                reviewer,
                ofPack,
                ofImport,
                version,
                created,
                updated);
    }

    /** As its own center sees it. */
    public Lesson own() {
        return new Lesson(
                id,
                center,
                facts,
                state,
                Optional.of(author.name()),
                reviewer,
                publishedAt,
                pack.map(Origin::source),
                version,
                created,
                updated);
    }

    /** As others see it; only while it is published. */
    Lesson foreign() {
        LessonDraft seen = shown().orElseThrow();
        return new Lesson(
                id,
                center,
                new LessonDraft(
                        seen.title(),
                        seen.text(),
                        seen.about(),
                        seen.happened(),
                        seen.review(),
                        pack.isPresent() ? seen.author() : Optional.empty(),
                        seen.links(),
                        seen.audience(),
                        Set.of()),
                LessonState.PUBLISHED,
                Optional.empty(),
                Optional.empty(),
                publishedAt,
                pack.map(Origin::source),
                publishedVersion.orElseThrow(),
                created,
                publishedAt.orElseThrow());
    }

    /** Ids of the other centers that see it, {@link Caller#EVERYWHERE} for all. */
    Set<String> others() {
        if (shown().isEmpty()) {
            return Set.of();
        }
        return switch (shown().get().audience()) {
            case CENTER -> Set.of();
            case CHOSEN -> shown().get().sharedWith();
            case EVERYBODY -> Set.of(Caller.EVERYWHERE);
        };
    }
}
