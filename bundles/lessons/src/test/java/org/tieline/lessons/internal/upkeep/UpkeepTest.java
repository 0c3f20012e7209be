package org.tieline.lessons.internal.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;
import org.tieline.api.lessons.DueLesson;
import org.tieline.api.lessons.Feedback;
import org.tieline.api.lessons.Lesson;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.lessons.internal.LessonTest;
import org.tieline.lessons.internal.record.LessonDocuments;
import org.tieline.lessons.internal.record.StandingTable;

/** Whether lessons still hold, and who says so. */
class UpkeepTest extends LessonTest {
    private static final PageRequest PAGE = new PageRequest(50, Optional.empty());

    private final SqlUpkeep upkeep = SqlUpkeep.in(store, platform.access, redaction);
    private final LocalDate today = LocalDate.ofInstant(platform.clock.instant(), ZoneOffset.UTC);

    UpkeepTest(Engine engine) {
        super(engine);
    }

    private List<DueLesson> due(LocalDate day) {
        return upkeep.due(manager, center, day, PAGE).items();
    }

    @Test
    void helpingIsToldOnceByEachPerson() {
        String lesson = published(forAll(draft("Tower", "It fell."))).id();
        upkeep.helped(stranger, lesson, other);
        upkeep.helped(stranger, lesson, other);
        upkeep.helped(author, lesson, center);
        assertThat(upkeep.saidHelped(stranger, lesson)).isTrue();
        assertThat(upkeep.saidHelped(manager, lesson)).isFalse();
        assertThat(store.read(sql -> StandingTable.of(sql, lesson)).helped()).isEqualTo(2);
        assertThat(LessonDocuments.in(store).document(lesson).orElseThrow().boosts())
                .containsEntry("helped others", 1.05);
    }

    @Test
    void aDoubtReachesTheOwnerAndNobodyElse() {
        String lesson = published(forAll(draft("Tower", "It fell."))).id();
        upkeep.outdated(stranger, lesson, other, "The vendor fixed it.");
        assertThat(upkeep.open(manager, lesson))
                .singleElement()
                .satisfies(
                        told -> {
                            assertThat(told.reason()).isEqualTo("The vendor fixed it.");
                            assertThat(told.center()).isEqualTo(other);
                            assertThat(told.by()).isEmpty();
                        });
        assertThat(upkeep.open(stranger, lesson)).isEmpty();
        assertThat(due(today)).extracting(DueLesson::id).containsExactly(lesson);
        assertThat(due(today).get(0).told()).isTrue();
        assertThat(platform.journal(center, lesson)).anyMatch(line -> line.startsWith("doubted"));
        assertThat(LessonDocuments.in(store).document(lesson).orElseThrow().boosts())
                .containsEntry("somebody says that it is outdated", 0.8);
    }

    @Test
    void nothingPrivateLeavesInAReason() {
        String lesson = published(forAll(draft("Tower", "It fell."))).id();
        assertThatThrownBy(
                        () ->
                                upkeep.outdated(
                                        stranger, lesson, other, "Call 312-555-0142 about it"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("phone number");
        upkeep.outdated(author, lesson, center, "Call 312-555-0142 about it");
    }

    @Test
    void aLessonIsDueOnItsDayUntilSomebodyLooks() {
        LocalDate day = today.plusDays(10);
        Lesson lesson = published(draft("Tower", "It fell.").reviewedOn(Optional.of(day)));
        assertThat(due(day.minusDays(1))).isEmpty();
        assertThat(due(day)).containsExactly(new DueLesson(lesson.id(), "Tower", day, false));
        upkeep.outdated(author, lesson.id(), center, "It was replaced.");
        assertThat(due(today)).extracting(DueLesson::told).containsExactly(true);
        Optional<LocalDate> next = Optional.of(today.plusYears(1));
        Lesson held = upkeep.stillHolds(manager, lesson.id(), lesson.version(), next);
        assertThat(held.facts().review()).isEqualTo(next);
        assertThat(held.version()).isEqualTo(lesson.version() + 1);
        assertThat(due(day)).isEmpty();
        assertThat(upkeep.open(manager, lesson.id())).isEmpty();
        assertThat(store.read(sql -> StandingTable.of(sql, lesson.id())).doubted()).isZero();
    }

    @Test
    void whatIsDueIsPaged() {
        for (int i = 1; i <= 3; i++) {
            published(draft("Lesson " + i, "It fell.").reviewedOn(Optional.of(today.plusDays(i))));
        }
        String next =
                upkeep.due(manager, center, today.plusDays(3), new PageRequest(2, Optional.empty()))
                        .next()
                        .orElseThrow();
        assertThat(
                        upkeep.due(
                                        manager,
                                        center,
                                        today.plusDays(3),
                                        new PageRequest(2, Optional.of(next)))
                                .items())
                .extracting(DueLesson::title)
                .containsExactly("Lesson 3");
    }

    @Test
    void aDoubtIsAnsweredByPublishingAnew() {
        Lesson lesson = published(forAll(draft("Tower", "It fell.")));
        upkeep.outdated(stranger, lesson.id(), other, "The vendor fixed it.");
        Lesson draft =
                lessons.update(
                        author,
                        lesson.id(),
                        lesson.version(),
                        forAll(draft("Tower", "Once it fell.")));
        assertThat(due(today)).hasSize(1);
        lessons.publish(manager, lesson.id(), lessons.submit(author, draft.id()).version());
        assertThat(due(today)).isEmpty();
        upkeep.outdated(stranger, lesson.id(), other, "Still so.");
        List<Feedback> open = upkeep.open(manager, lesson.id());
        assertThat(open).extracting(Feedback::reason).containsExactly("Still so.");
        lessons.retire(manager, lesson.id(), "They are right");
        assertThat(due(today)).isEmpty();
    }

    @Test
    void onlyAReviewerOfItsCenterSaysThatItHolds() {
        Lesson lesson = published(forAll(draft("Tower", "It fell.")));
        Optional<LocalDate> next = Optional.empty();
        assertThatThrownBy(() -> upkeep.stillHolds(author, lesson.id(), lesson.version(), next))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> upkeep.stillHolds(stranger, lesson.id(), lesson.version(), next))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> upkeep.stillHolds(manager, lesson.id(), 1, next))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(
                        () ->
                                upkeep.stillHolds(
                                        manager, lesson.id(), lesson.version(), Optional.of(today)))
                .isInstanceOf(Invalid.class);
        Lesson draft = written(draft("Draft", "It fell."));
        assertThatThrownBy(() -> upkeep.stillHolds(manager, draft.id(), 1, next))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void whoDoesNotSeeALessonTellsNothingOfIt() {
        String hidden = published(draft("Ours", "It fell.")).id();
        Caller reader = Platform.caller(center, Role.READER);
        assertThatThrownBy(() -> upkeep.helped(stranger, hidden, other))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> upkeep.outdated(stranger, hidden, other, "So"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> upkeep.open(stranger, hidden)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> upkeep.saidHelped(stranger, hidden)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> upkeep.due(stranger, center, today, PAGE))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> upkeep.helped(reader, hidden, center))
                .isInstanceOf(Forbidden.class);
    }
}
