package org.tieline.lessons.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Actor;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.access.Via;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.notice.NoticeDraft;
import org.tieline.api.person.Person;
import org.tieline.core.internal.Engine;
import org.tieline.lessons.internal.LessonTest;
import org.tieline.lessons.internal.upkeep.SqlUpkeep;

/** What people are told of lessons. */
class NoticesTest extends LessonTest {
    private final Person reviewer = platform.add(center, Role.CENTER_MANAGER);
    private final Person writer = platform.add(center, Role.STAFF);
    private final Posted posted =
            new Posted(
                    store,
                    platform.database.journal(),
                    lessons,
                    platform.people,
                    platform.access,
                    platform.clock);

    NoticesTest(Engine engine) {
        super(engine);
    }

    private Caller as(Person person, Role role) {
        return new Caller(
                new Actor(person.id(), "Sam", Via.PAGE, Optional.empty(), Optional.empty()),
                Map.of(center, Set.of(role)),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void thoseWhoReviewAreToldOfWhatWaitsAndWhatIsDoubted() {
        posted.drafts();
        Lesson lesson =
                lessons.create(as(writer, Role.STAFF), center, forAll(draft("Tower", "It fell.")));
        Lesson ready = lessons.submit(as(writer, Role.STAFF), lesson.id());
        List<NoticeDraft> review = posted.drafts();
        assertThat(review)
                .singleElement()
                .satisfies(
                        notice -> {
                            assertThat(notice.to()).containsExactly(reviewer.id());
                            assertThat(notice.title()).isEqualTo("To review: Tower");
                            assertThat(notice.path()).isEqualTo("/lesson-review/" + lesson.id());
                        });
        lessons.publish(manager, lesson.id(), ready.version());
        SqlUpkeep.in(store, platform.access, redaction)
                .outdated(stranger, lesson.id(), other, "It stands again.");
        assertThat(posted.drafts())
                .singleElement()
                .satisfies(
                        notice -> {
                            assertThat(notice.to()).containsExactly(reviewer.id());
                            assertThat(notice.text()).isEqualTo("It stands again.");
                        });
        assertThat(posted.drafts()).isEmpty();
    }

    @Test
    void aDigestCountsAllThatIsNewHoweverMuchThatIs() {
        Person reader = platform.add(center, Role.READER);
        Caller caller =
                new Caller(
                        new Actor(reader.id(), "Ann", Via.PAGE, Optional.empty(), Optional.empty()),
                        Map.of(center, Set.of(Role.READER)),
                        Optional.empty(),
                        Optional.empty());
        String word = "mast" + center.substring(7, 12);
        posted.follow(seen(), caller, center, "Masts", word, platform.clock);
        platform.clock.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 53; i++) {
            published(draft(word + " " + i, "It fell."));
        }
        List<NoticeDraft> told =
                posted.digest(Clock.offset(platform.clock, Duration.ofDays(2))).stream()
                        .filter(notice -> notice.to().contains(reader.id()))
                        .toList();
        assertThat(told)
                .singleElement()
                .satisfies(
                        notice -> {
                            assertThat(notice.title()).isEqualTo("53 new lessons: Masts");
                            assertThat(notice.text()).endsWith("and 43 more");
                        });
    }

    @Test
    void whoFollowsIsToldOnceADayOfWhatIsNew() {
        Person reader = platform.add(other, Role.READER);
        Caller caller =
                new Caller(
                        new Actor(reader.id(), "Ann", Via.PAGE, Optional.empty(), Optional.empty()),
                        Map.of(other, Set.of(Role.READER)),
                        Optional.empty(),
                        Optional.empty());
        posted.follow(
                seen(), caller, other, "Tower", "fell " + center.substring(7, 12), platform.clock);
        platform.clock.advance(Duration.ofSeconds(1));
        published(forAll(draft("Tower " + center.substring(7, 12), "It fell.")));
        published(draft("Tower " + center.substring(7, 12), "It fell."));
        Clock tomorrow = Clock.offset(platform.clock, Duration.ofDays(2));
        List<NoticeDraft> told = posted.digest(tomorrow);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).title()).isEqualTo("One new lesson: Tower");
        assertThat(told.get(0).to()).containsExactly(reader.id());
        assertThat(posted.digest(tomorrow)).isEmpty();
    }
}
