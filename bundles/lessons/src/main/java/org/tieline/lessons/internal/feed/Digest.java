package org.tieline.lessons.internal.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.error.NotFound;
import org.tieline.api.notice.NoticeDraft;
import org.tieline.api.notice.Notices;
import org.tieline.api.person.People;
import org.tieline.core.access.Rights;
import org.tieline.core.record.Chunks;
import org.tieline.store.Rounds;

/**
 * Tells people once a day which lessons are new of those they follow. Works through all that is due
 * every quarter of an hour; where several nodes do so at once, the notice's key lets one through.
 */
@Component(
        immediate = true,
        service = {})
public final class Digest {
    private static final Caller SELF = Caller.system("lessons");
    private static final Duration EVERY = Duration.ofDays(1);
    private static final int NAMED = 10;

    private final LessonFeeds feeds;
    private final People people;
    private final Clock clock;
    private final Notices notices;
    private final Rounds rounds = new Rounds("digest of lessons");

    @Activate
    public Digest(
            @Reference LessonFeeds feeds, @Reference People people, @Reference Notices notices) {
        this(feeds, people, notices, Clock.systemUTC());
        rounds.begin(Duration.ofMinutes(5), Duration.ofMinutes(15), this::run);
    }

    Digest(LessonFeeds feeds, People people, Notices notices, Clock clock) {
        this.feeds = feeds;
        this.people = people;
        this.notices = notices;
        this.clock = clock;
    }

    @Deactivate
    void stop() {
        rounds.stop();
    }

    /** Tells all whose day is over. */
    void run() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Chunks.each(
                feeds::digests,
                Followed::id,
                some ->
                        some.stream()
                                .filter(followed -> !followed.told().plus(EVERY).isAfter(now))
                                .forEach(followed -> tell(followed, now)));
    }

    private void tell(Followed followed, Instant now) {
        Optional<Caller> eyes = eyes(followed);
        if (eyes.isPresent()) {
            LessonFeeds.Fresh fresh =
                    feeds.fresh(eyes.get(), followed.interest(), followed.told(), NAMED);
            if (fresh.count() > 0) {
                notices.post(SELF, draft(followed, fresh));
            }
        }
        feeds.told(SELF, followed, now);
    }

    private Optional<Caller> eyes(Followed followed) {
        try {
            return Optional.of(Rights.of(people.get(SELF, followed.owner())))
                    .filter(caller -> !caller.rolesIn(followed.center()).isEmpty());
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    private static NoticeDraft draft(Followed followed, LessonFeeds.Fresh fresh) {
        String titles =
                fresh.first().stream()
                        .map(lesson -> "- " + lesson.facts().title())
                        .collect(Collectors.joining("\n"));
        String more = fresh.count() > NAMED ? "\nand " + (fresh.count() - NAMED) + " more" : "";
        return new NoticeDraft(
                Set.of(followed.owner()),
                LessonNotices.DIGEST,
                (fresh.count() == 1 ? "One new lesson: " : fresh.count() + " new lessons: ")
                        + followed.name(),
                titles + more,
                fresh.count() == 1 ? "/lessons/" + fresh.first().get(0).id() : "/lessons",
                followed.center(),
                "lesson-digest:" + followed.id() + ":" + followed.told());
    }
}
