package org.tieline.lessons.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tieline.api.lessons.LessonState.DRAFT;
import static org.tieline.api.lessons.LessonState.IN_REVIEW;
import static org.tieline.api.lessons.LessonState.PUBLISHED;
import static org.tieline.api.lessons.LessonState.RETIRED;

import java.time.Duration;
import java.util.ArrayList;
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
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonEntry;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.api.lessons.LessonNote;
import org.tieline.api.lessons.LessonVersion;
import org.tieline.api.record.MoveOption;
import org.tieline.api.sharing.Finding.Decision;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.lessons.internal.record.LessonDocuments;

/** What happens to a lesson from its first draft to its end, and who sees what of it. */
class LessonsTest extends LessonTest {
    LessonsTest(Engine engine) {
        super(engine);
    }

    private List<String> seen(Caller caller, LessonFilter filter) {
        return lessons.list(caller, filter, PageRequest.FIRST).items().stream()
                .map(LessonEntry::title)
                .toList();
    }

    @Test
    void whatIsWrittenIsReadBack() {
        LessonDraft draft = draft("Radio silence", "The tower fell *silent*.");
        Lesson made = written(draft);
        Lesson read = lessons.get(author, made.id());
        assertThat(read).isEqualTo(made);
        assertThat(read.facts()).isEqualTo(draft);
        assertThat(read.state()).isEqualTo(DRAFT);
        assertThat(read.written()).contains("Pat");
        assertThat(platform.journal(center, made.id())).hasSize(1);
    }

    @Test
    void theReviewerIsNotTheAuthor() {
        Lesson mine = lessons.create(manager, center, draft("Mine", "It broke."));
        Lesson ready = lessons.submit(manager, mine.id());
        assertThat(ready.state()).isEqualTo(IN_REVIEW);
        assertThatThrownBy(() -> lessons.publish(manager, mine.id(), ready.version()))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("Somebody who did not");
        Caller second = Platform.caller(center, Role.CHANGE_MANAGER);
        Lesson done = lessons.publish(second, mine.id(), ready.version());
        assertThat(done.state()).isEqualTo(PUBLISHED);
        assertThat(done.reviewer()).contains("Pat");
    }

    @Test
    void whoWroteAnyPartSinceThePublicationDoesNotPublishIt() {
        Lesson first = written(draft("Two hands", "It broke."));
        Lesson touched =
                lessons.update(manager, first.id(), first.version(), draft("Two hands", "Both."));
        Lesson again =
                lessons.update(author, first.id(), touched.version(), draft("Two", "Again."));
        lessons.submit(author, first.id());
        assertThatThrownBy(() -> lessons.publish(manager, first.id(), again.version() + 1))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void onlyWhatIsInReviewIsPublishedAndOnlyAsItWasRead() {
        Lesson made = written(draft("Early", "It broke."));
        assertThatThrownBy(() -> lessons.publish(manager, made.id(), made.version()))
                .isInstanceOf(Conflict.class);
        lessons.submit(author, made.id());
        assertThatThrownBy(() -> lessons.publish(manager, made.id(), made.version()))
                .isInstanceOf(Stale.class);
    }

    @Test
    void whatIsGivenBackIsADraftWithTheReasonInTheJournal() {
        Lesson made = submitted(draft("Thin", "It broke."));
        Lesson back = lessons.giveBack(manager, made.id(), "Say what was done.");
        assertThat(back.state()).isEqualTo(DRAFT);
        assertThat(String.join("\n", platform.journal(center, made.id())))
                .contains("given-back")
                .contains("Say what was done.");
        assertThatThrownBy(() -> lessons.giveBack(manager, made.id(), " "))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void theMovesThatAreOfferedAreThoseThatTheTableAndTheRolesAllow() {
        Lesson made = written(draft("Moves", "It broke."));
        assertThat(moves(author, made)).containsExactly("submit");
        assertThat(moves(manager, made)).containsExactly("submit", "retire");
        Lesson ready = lessons.submit(author, made.id());
        assertThat(moves(author, made)).isEmpty();
        assertThat(moves(manager, made)).containsExactly("give-back", "publish", "retire");
        lessons.publish(manager, made.id(), ready.version());
        assertThat(moves(manager, made)).containsExactly("retire");
        assertThatThrownBy(() -> lessons.submit(author, made.id()))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("is published")
                .hasMessageContaining("draft or retired");
        lessons.retire(manager, made.id(), "No such radio any more");
        assertThat(moves(manager, made)).containsExactly("submit");
        assertThatThrownBy(() -> lessons.moves(stranger, made.id())).isInstanceOf(NotFound.class);
    }

    private List<String> moves(Caller caller, Lesson lesson) {
        return lessons.moves(caller, lesson.id()).stream().map(MoveOption::move).toList();
    }

    @Test
    void othersSeeItOnlyWhilePublishedForThem() {
        Lesson draft = submitted(forAll(draft("Shared " + center, "It broke.")));
        assertThatThrownBy(() -> lessons.get(stranger, draft.id())).isInstanceOf(NotFound.class);
        assertThat(seen(stranger, LessonFilter.of(center))).isEmpty();
        lessons.publish(manager, draft.id(), draft.version());
        assertThat(lessons.get(stranger, draft.id()).facts().title()).contains("Shared");
        assertThat(seen(stranger, LessonFilter.of(center))).containsExactly("Shared " + center);
        lessons.retire(manager, draft.id(), "No such radio any more");
        assertThatThrownBy(() -> lessons.get(stranger, draft.id())).isInstanceOf(NotFound.class);
        assertThat(seen(stranger, LessonFilter.of(center))).isEmpty();
        assertThat(lessons.get(author, draft.id()).state()).isEqualTo(RETIRED);
    }

    @Test
    void aPrivateLessonStaysPrivateWhenPublished() {
        Lesson mine = published(draft("Private", "It broke."));
        assertThatThrownBy(() -> lessons.get(stranger, mine.id())).isInstanceOf(NotFound.class);
        for (Runnable ask :
                List.<Runnable>of(
                        () -> lessons.versions(stranger, mine.id(), PageRequest.FIRST),
                        () -> lessons.findings(stranger, mine.id()),
                        () -> lessons.notes(stranger, mine.id(), PageRequest.FIRST),
                        () -> lessons.note(stranger, mine.id(), other, "Hello"),
                        () -> lessons.submit(stranger, mine.id()),
                        () -> lessons.retire(stranger, mine.id(), "Go"),
                        () -> lessons.publish(stranger, mine.id(), 1),
                        () -> lessons.update(stranger, mine.id(), 1, draft("x", "y")),
                        () -> lessons.decide(stranger, mine.id(), "name", "x", Decision.KEEP))) {
            assertThatThrownBy(ask::run).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void chosenCentersSeeItAndNoOthers() {
        Lesson chosen = published(draft("Chosen", "It broke.").to(Audience.CHOSEN, Set.of(other)));
        Lesson read = lessons.get(stranger, chosen.id());
        assertThat(read.facts().sharedWith()).isEmpty();
        assertThat(read.facts().author()).isEmpty();
        assertThat(read.written()).isEmpty();
        Caller third = Platform.caller(platform.center(), Role.CENTER_MANAGER);
        assertThatThrownBy(() -> lessons.get(third, chosen.id())).isInstanceOf(NotFound.class);
        assertThat(seen(third, LessonFilter.of(center))).isEmpty();
        assertThatThrownBy(() -> lessons.update(stranger, chosen.id(), 1, draft("x", "y")))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining(center);
    }

    @Test
    void othersSeeWhatWasPublishedWhileItIsWrittenAnew() {
        Lesson first = published(forAll(draft("Before " + center, "It broke.")));
        LessonDraft secret = draft("After " + center, "It broke because of Bob.");
        Lesson changed = lessons.update(author, first.id(), first.version(), secret);
        assertThat(changed.state()).isEqualTo(DRAFT);
        assertThat(lessons.get(author, first.id()).facts()).isEqualTo(secret);
        Lesson outside = lessons.get(stranger, first.id());
        assertThat(outside.facts().title()).isEqualTo("Before " + center);
        assertThat(outside.state()).isEqualTo(PUBLISHED);
        assertThat(outside.version()).isEqualTo(first.version());
        assertThat(seen(stranger, LessonFilter.of(center))).containsExactly("Before " + center);
        assertThat(seen(author, LessonFilter.of(center))).containsExactly("After " + center);
        lessons.submit(author, first.id());
        lessons.publish(manager, first.id(), changed.version() + 1);
        assertThatThrownBy(() -> lessons.get(stranger, first.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void nothingUnreviewedLeavesTheCenter() {
        Lesson ready =
                submitted(
                        forAll(
                                draft(
                                        "Call 555-0142",
                                        "Mr. Howard at 12 Elm Street said 555-0142 and 555-0199.")));
        assertThatThrownBy(() -> lessons.publish(manager, ready.id(), ready.version()))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("5 passages");
        lessons.decide(manager, ready.id(), "phone number", "555-0142", Decision.REMOVE);
        lessons.decide(manager, ready.id(), "phone number", "555-0199", Decision.KEEP);
        lessons.decide(manager, ready.id(), "street address", "12 Elm Street", Decision.REMOVE);
        lessons.decide(manager, ready.id(), "name", "Mr. Howard", Decision.REMOVE);
        lessons.publish(manager, ready.id(), ready.version());
        Lesson outside = lessons.get(stranger, ready.id());
        assertThat(outside.facts().title()).isEqualTo("Call [phone number removed]");
        assertThat(outside.facts().text().happened())
                .isEqualTo(
                        "[name removed] at [street address removed] said [phone number removed]"
                                + " and 555-0199.");
        assertThat(lessons.get(author, ready.id()).facts().title()).isEqualTo("Call 555-0142");
        assertThat(seen(stranger, LessonFilter.of(center)))
                .containsExactly("Call [phone number removed]");
        assertThat(LessonDocuments.in(store).document(ready.id()).orElseThrow().toString())
                .doesNotContain("Howard", "0142", "Elm")
                .contains("0199");
    }

    @Test
    void whoMayReviewButNotSharePublishesForTheCenterOnly() {
        Lesson ready = submitted(forAll(draft("For all", "It broke.")));
        Caller reviewer = Platform.caller(center, Role.CHANGE_MANAGER);
        assertThatThrownBy(() -> lessons.publish(reviewer, ready.id(), ready.version()))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("lesson.share");
        assertThatThrownBy(() -> lessons.decide(reviewer, ready.id(), "name", "x", Decision.KEEP))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void aDecisionIsAboutSomethingThatWasFound() {
        Lesson ready = submitted(draft("Quiet", "Nothing private."));
        assertThatThrownBy(
                        () -> lessons.decide(manager, ready.id(), "name", "Quiet", Decision.KEEP))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void everyVersionIsKeptAndCanBeRestored() {
        Lesson one = written(draft("One", "First words."));
        Lesson two = lessons.update(manager, one.id(), 1, draft("Two", "Second words."));
        Lesson three = lessons.update(author, one.id(), two.version(), draft("Three", "Third."));
        List<LessonVersion> all = lessons.versions(author, one.id(), PageRequest.FIRST).items();
        assertThat(all)
                .extracting(version -> version.facts().title())
                .containsExactly("Three", "Two", "One");
        assertThat(lessons.versions(author, one.id(), new PageRequest(2, Optional.empty())).next())
                .isPresent();
        LessonDraft old = lessons.version(author, one.id(), 1).orElseThrow().facts();
        Lesson back = lessons.update(author, one.id(), three.version(), old);
        assertThat(back.facts().title()).isEqualTo("One");
        assertThat(lessons.version(author, one.id(), 99)).isEmpty();
    }

    @Test
    void whatIsSavedAsItWasStaysPublished() {
        LessonDraft draft = draft("Same", "It broke.");
        Lesson made = submitted(draft);
        Lesson out = lessons.publish(manager, made.id(), made.version());
        assertThat(lessons.update(author, made.id(), out.version(), draft)).isEqualTo(out);
        assertThat(lessons.get(author, made.id()).state()).isEqualTo(PUBLISHED);
    }

    @Test
    void aStaleChangeIsRefusedWithWhatHappened() {
        Lesson one = written(draft("One", "First words."));
        lessons.update(manager, one.id(), 1, draft("Two", "Second words."));
        assertThatThrownBy(() -> lessons.update(author, one.id(), 1, draft("Three", "Third.")))
                .isInstanceOf(Stale.class);
    }

    @Test
    void aNoteIsSeenByItsCenterOnly() {
        Lesson shared = published(forAll(draft("Noted", "It broke.")));
        LessonNote ours = lessons.note(author, shared.id(), center, "We saw it.");
        LessonNote theirs = lessons.note(stranger, shared.id(), other, "So did we.");
        assertThat(lessons.notes(manager, shared.id(), PageRequest.FIRST).items())
                .containsExactly(ours);
        assertThat(lessons.notes(stranger, shared.id(), PageRequest.FIRST).items())
                .containsExactly(theirs);
        assertThatThrownBy(() -> lessons.note(author, shared.id(), other, "Not mine"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theListIsPagedWithoutGapOrRepetition() {
        List<String> ids =
                Stream.of("a", "b", "c", "d", "e")
                        .map(
                                title -> {
                                    platform.clock.advance(Duration.ofSeconds(1));
                                    return written(draft(title, "x")).id();
                                })
                        .toList();
        platform.clock.advance(Duration.ofSeconds(1));
        lessons.submit(author, ids.get(0));
        StringBuilder order = new StringBuilder();
        Optional<String> cursor = Optional.empty();
        do {
            var page = lessons.list(author, LessonFilter.of(center), new PageRequest(2, cursor));
            page.items().forEach(entry -> order.append(entry.title()));
            cursor = page.next();
        } while (cursor.isPresent());
        assertThat(order).hasToString("aedcb");
        assertThat(seen(author, LessonFilter.of(center).in(IN_REVIEW))).containsExactly("a");
        assertThat(
                        seen(
                                author,
                                new LessonFilter(
                                        Optional.of(center),
                                        Optional.empty(),
                                        Optional.of(Category.WEATHER),
                                        Optional.empty())))
                .isEmpty();
        assertThat(seen(Platform.ROOT, LessonFilter.of(center))).hasSize(5);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        LessonDraft bad = draft(" ", "").to(Audience.CHOSEN, Set.of());
        assertThatThrownBy(() -> written(bad))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e ->
                                assertThat(e.errors())
                                        .extracting(error -> error.field())
                                        .contains("title", "learned", "sharedWith"));
        assertThatThrownBy(() -> written(draft("x", "y").to(Audience.CHOSEN, Set.of("nowhere"))))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("no such center");
        assertThatThrownBy(() -> written(draft("x", "y".repeat(40_001))))
                .isInstanceOf(Invalid.class);
        assertThat(written(draft("x", "\u20ac".repeat(40_000))).version()).isEqualTo(1);
    }

    @Test
    void theSearchGetsDraftsForTheirCenterOnly() {
        LessonDocuments documents = LessonDocuments.in(store);
        Lesson draft = written(forAll(draft("Draft", "It broke.")));
        var document = documents.document(draft.id()).orElseThrow();
        assertThat(document.visibility())
                .allSatisfy(
                        one -> {
                            assertThat(one.anywhere()).isFalse();
                            assertThat(one.centers()).containsExactly(center);
                        });
        lessons.submit(author, draft.id());
        lessons.publish(manager, draft.id(), 2);
        assertThat(documents.document(draft.id()).orElseThrow().visibility())
                .anyMatch(one -> one.anywhere());
        lessons.retire(manager, draft.id(), "Gone");
        assertThat(documents.document(draft.id())).isEmpty();
        List<String> all = new ArrayList<>();
        documents.all(one -> all.add(one.id()));
        assertThat(all).doesNotContain(draft.id()).doesNotHaveDuplicates();
    }
}
