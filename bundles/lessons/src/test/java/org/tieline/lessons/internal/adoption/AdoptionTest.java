package org.tieline.lessons.internal.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;
import org.tieline.api.lessons.Adoption;
import org.tieline.api.lessons.AdoptionDraft;
import org.tieline.api.lessons.AdoptionEntry;
import org.tieline.api.lessons.AdoptionStage;
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.Effect;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.Standing;
import org.tieline.api.lessons.Uptake;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.lessons.internal.LessonTest;
import org.tieline.lessons.internal.record.LessonDocuments;

/** What centers make of the lessons of others. */
class AdoptionTest extends LessonTest {
    private static final PageRequest PAGE = new PageRequest(200, Optional.empty());
    private static final AdoptionDraft USED =
            new AdoptionDraft(Uptake.AS_IS, "", Optional.empty(), "", false);
    private static final AdoptionDraft HELPED =
            new AdoptionDraft(Uptake.AS_IS, "", Optional.of(Effect.BETTER), "Fewer calls", false);

    private final SqlAdoptions adoptions = SqlAdoptions.in(store, platform.access);

    AdoptionTest(Engine engine) {
        super(engine);
    }

    private List<String> board(AdoptionStage stage) {
        return adoptions.board(stranger, other, stage, PAGE).items().stream()
                .map(entry -> entry.lesson().id())
                .toList();
    }

    /** A center that says what it makes of a lesson. */
    private String decided(String lesson, AdoptionDraft draft) {
        String third = platform.center();
        adoptions.decide(Platform.caller(third, Role.CENTER_MANAGER), lesson, third, 0, draft);
        return third;
    }

    @Test
    void aLessonGoesOverTheBoard() {
        Lesson lesson = published(forAll(draft("Tower", "It fell.")));
        assertThat(board(AdoptionStage.UNDECIDED)).contains(lesson.id());
        Adoption begun = adoptions.decide(stranger, lesson.id(), other, 0, USED);
        assertThat(begun.version()).isEqualTo(1);
        assertThat(board(AdoptionStage.UNDECIDED)).doesNotContain(lesson.id());
        assertThat(board(AdoptionStage.IN_PROGRESS)).containsExactly(lesson.id());
        adoptions.decide(stranger, lesson.id(), other, 1, HELPED);
        assertThat(board(AdoptionStage.IN_PROGRESS)).isEmpty();
        assertThat(board(AdoptionStage.DONE)).containsExactly(lesson.id());
        assertThat(adoptions.list(stranger, lesson.id(), PAGE).items())
                .singleElement()
                .satisfies(one -> assertThat(one.facts()).isEqualTo(HELPED));
        assertThat(platform.journal(other, lesson.id()))
                .hasSize(2)
                .allMatch(line -> line.startsWith("adopted"));
    }

    @Test
    void theBoardIsPaged() {
        List<String> all =
                Stream.of("One", "Two", "Three")
                        .map(
                                title ->
                                        published(
                                                draft(title, "It fell.")
                                                        .to(Audience.CHOSEN, Set.of(other))))
                        .map(Lesson::id)
                        .toList();
        String first =
                adoptions
                        .board(
                                stranger,
                                other,
                                AdoptionStage.UNDECIDED,
                                new PageRequest(1, Optional.empty()))
                        .next()
                        .orElseThrow();
        assertThat(
                        adoptions
                                .board(
                                        stranger,
                                        other,
                                        AdoptionStage.UNDECIDED,
                                        new PageRequest(2, Optional.of(first)))
                                .items())
                .extracting(entry -> entry.lesson().id())
                .containsExactly(all.get(1), all.get(0));
    }

    @Test
    void whatIsRejectedOrAdaptedNeedsAReason() {
        String lesson = published(forAll(draft("Tower", "It fell."))).id();
        for (Uptake uptake : List.of(Uptake.REJECTED, Uptake.ADAPTED)) {
            assertThatThrownBy(
                            () ->
                                    adoptions.decide(
                                            stranger,
                                            lesson,
                                            other,
                                            0,
                                            new AdoptionDraft(
                                                    uptake, " ", Optional.empty(), "", false)))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("note");
        }
        adoptions.decide(
                stranger,
                lesson,
                other,
                0,
                new AdoptionDraft(
                        Uptake.REJECTED, "We have no tower", Optional.empty(), "", false));
        assertThat(board(AdoptionStage.REJECTED)).containsExactly(lesson);
    }

    @Test
    void twoWhoDecideAtOnceAreToldSo() {
        String lesson = published(forAll(draft("Tower", "It fell."))).id();
        adoptions.decide(stranger, lesson, other, 0, USED);
        assertThatThrownBy(() -> adoptions.decide(stranger, lesson, other, 0, HELPED))
                .isInstanceOf(Stale.class);
    }

    @Test
    void numbersBelowThreeCentersAreNotTold() {
        String lesson = published(forAll(draft("Tower", "It fell."))).id();
        decided(lesson, HELPED);
        decided(lesson, HELPED);
        Standing few = adoptions.standing(manager, lesson);
        assertThat(few.adopted()).isEmpty();
        assertThat(few.better()).isEmpty();
        assertThat(few.uses()).isEmpty();
        assertThat(adoptions.list(manager, lesson, PAGE).items()).isEmpty();
        decided(lesson, USED);
        Standing more = adoptions.standing(manager, lesson);
        assertThat(more.adopted()).contains(3);
        assertThat(more.better()).isEmpty();
    }

    @Test
    void aCenterThatLetsOthersKnowIsNamedWithoutItsWords() {
        String lesson = published(forAll(draft("Tower", "It fell."))).id();
        String open =
                decided(
                        lesson,
                        new AdoptionDraft(
                                Uptake.ADAPTED, "Our way", Optional.of(Effect.WORSE), "", true));
        assertThat(adoptions.standing(manager, lesson).uses())
                .containsExactly(new Standing.Use(open, Uptake.ADAPTED, Optional.of(Effect.WORSE)));
    }

    @Test
    void whatHelpedSeveralCentersBecomesABestPractice() {
        String lesson = published(forAll(draft("Tower", "It fell."))).id();
        decided(lesson, HELPED);
        decided(lesson, HELPED);
        assertThatThrownBy(() -> adoptions.promote(manager, lesson)).isInstanceOf(Conflict.class);
        decided(lesson, HELPED);
        assertThatThrownBy(() -> adoptions.promote(author, lesson)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> adoptions.promote(stranger, lesson)).isInstanceOf(Forbidden.class);
        assertThat(adoptions.promote(manager, lesson).best()).isPresent();
        assertThat(adoptions.promote(manager, lesson).best()).isPresent();
        assertThat(adoptions.board(stranger, other, AdoptionStage.UNDECIDED, PAGE).items())
                .filteredOn(entry -> entry.lesson().id().equals(lesson))
                .singleElement()
                .matches(AdoptionEntry::best);
        assertThat(LessonDocuments.in(store).document(lesson).orElseThrow().boosts())
                .containsEntry("a best practice", 1.25);
        lessons.retire(manager, lesson, "No longer so");
        assertThat(adoptions.standing(manager, lesson).best()).isEmpty();
    }

    @Test
    void nobodyDecidesOnTheirOwnLessonOrOneTheyDoNotSee() {
        String shared = published(forAll(draft("Tower", "It fell."))).id();
        assertThatThrownBy(() -> adoptions.decide(manager, shared, center, 0, USED))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> adoptions.decide(author, shared, center, 0, USED))
                .isInstanceOf(Forbidden.class);
        String hidden = published(draft("Ours", "It fell.")).id();
        assertThatThrownBy(() -> adoptions.decide(stranger, hidden, other, 0, USED))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> adoptions.standing(stranger, hidden)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> adoptions.list(stranger, hidden, PAGE))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> adoptions.promote(stranger, hidden)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> adoptions.board(stranger, center, AdoptionStage.UNDECIDED, PAGE))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () ->
                                adoptions.board(
                                        stranger, Caller.EVERYWHERE, AdoptionStage.UNDECIDED, PAGE))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatIsNoLongerSharedLeavesTheBoard() {
        String lesson = published(forAll(draft("Tower", "It fell."))).id();
        adoptions.decide(stranger, lesson, other, 0, USED);
        lessons.retire(manager, lesson, "No longer so");
        assertThat(board(AdoptionStage.IN_PROGRESS)).isEmpty();
        assertThat(board(AdoptionStage.UNDECIDED)).doesNotContain(lesson);
    }
}
