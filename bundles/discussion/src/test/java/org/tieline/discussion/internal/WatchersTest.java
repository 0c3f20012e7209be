package org.tieline.discussion.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tieline.api.FieldChange;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.access.Role;
import org.tieline.api.discussion.Comment;
import org.tieline.api.discussion.Watchers.Watching;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.NotFound;
import org.tieline.api.journal.JournalFilter;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.notice.Notice;
import org.tieline.api.notice.NoticeDraft;
import org.tieline.api.notice.NoticeSwitch;
import org.tieline.api.notice.Notices;
import org.tieline.api.person.PersonDraft;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;

class WatchersTest extends TalkTest {
    private final SqlWatchers watchers = new SqlWatchers(store, records, platform.people);
    private final SqlComments comments = new SqlComments(store, records);
    private final Posted posted = new Posted();

    WatchersTest(Engine engine) {
        super(engine);
    }

    /** Keeps what is posted. */
    private static final class Posted implements Notices {
        final List<NoticeDraft> drafts = new CopyOnWriteArrayList<>();
        private final Semaphore arrived = new Semaphore(0);
        private int awaited;

        @Override
        public int post(Caller caller, NoticeDraft draft) {
            drafts.add(draft);
            arrived.release();
            return draft.to().size();
        }

        /** Waits until so many have been posted in all. */
        void await(int count) throws InterruptedException {
            assertThat(arrived.tryAcquire(count - awaited, 30, TimeUnit.SECONDS)).isTrue();
            awaited = count;
        }

        @Override
        public Page<Notice> list(Caller caller, boolean unread, PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int unread(Caller caller) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Notice read(Caller caller, String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void readAll(Caller caller) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<NoticeSwitch> switches(Caller caller) {
            throw new UnsupportedOperationException();
        }

        @Override
        public NoticeSwitch set(Caller caller, String topic, boolean shown, boolean mailed) {
            throw new UnsupportedOperationException();
        }
    }

    private WatchListener listener(RecordKinds known) {
        return new WatchListener(
                new WatchedEvents(store, known, platform.people, new WatchWords()),
                posted,
                platform.clock);
    }

    /** Somebody changes the radio. */
    private void change(Caller caller, String action) {
        platform.clock.advance(Duration.ofSeconds(1));
        store.write(
                caller,
                tx -> {
                    tx.journal(
                            center,
                            radio,
                            2,
                            action,
                            List.of(
                                    new FieldChange(
                                            "callSign", Optional.of("A"), Optional.of("B"))));
                    return null;
                });
    }

    /** The lines of this test's center, in the order of the journal. */
    private List<JournalLine> lines() {
        List<JournalLine> lines = new ArrayList<>();
        platform.database.journal().stream(
                new Reach(false, Set.of(center)), JournalFilter.ALL, lines::add);
        return lines;
    }

    private List<NoticeDraft> told() {
        posted.drafts.clear();
        listener(records).heard(lines());
        return posted.drafts;
    }

    @Test
    void onesOwnWatchingIsOnesOwn() {
        assertThat(watchers.get(as(sam), radio)).isEqualTo(new Watching(false, 0));
        assertThat(watchers.watch(as(sam), radio)).isEqualTo(new Watching(true, 1));
        assertThat(watchers.watch(as(sam), radio)).isEqualTo(new Watching(true, 1));
        assertThat(watchers.get(as(pat), radio)).isEqualTo(new Watching(false, 1));
        assertThat(watchers.unwatch(as(sam), radio)).isEqualTo(new Watching(false, 0));
        assertThatThrownBy(() -> watchers.watch(manager, radio)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> watchers.watch(stranger, radio)).isInstanceOf(NotFound.class);
    }

    @Test
    void watchersAreToldWhatOthersDoAndWhat() {
        watchers.watch(as(sam), radio);
        change(as(pat), "changed");
        assertThat(told())
                .singleElement()
                .satisfies(
                        draft -> {
                            assertThat(draft.to()).containsExactly(sam.id());
                            assertThat(draft.topic()).isEqualTo("watching");
                            assertThat(draft.title()).isEqualTo("Pat Doe changed The radio");
                            assertThat(draft.text()).isEqualTo("Call sign");
                            assertThat(draft.path()).isEqualTo("/radios/1");
                            assertThat(draft.center()).isEqualTo(center);
                        });
    }

    @Test
    void nobodyIsToldWhatTheyDidThemselvesOrBeforeTheyWatched() {
        change(as(pat), "changed");
        platform.clock.advance(Duration.ofSeconds(1));
        watchers.watch(as(sam), radio);
        watchers.watch(as(pat), radio);
        change(as(sam), "changed");
        assertThat(told()).singleElement().extracting(NoticeDraft::to).isEqualTo(Set.of(pat.id()));
    }

    @Test
    void aCommentIsToldWithWhatWasSaidUnlessItWasTakenBack() {
        watchers.watch(as(sam), radio);
        platform.clock.advance(Duration.ofSeconds(1));
        Comment said = comments.write(as(pat), radio, "It hums.");
        comments.withdraw(as(pat), comments.write(as(pat), radio, "Oops.").id());
        assertThat(told())
                .extracting(NoticeDraft::title, NoticeDraft::text)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                "Pat Doe commented on The radio", said.text()))
                .doesNotContain(
                        org.assertj.core.groups.Tuple.tuple(
                                "Pat Doe commented on The radio", "Oops."));
    }

    @Test
    void refusalsAreNotTold() {
        watchers.watch(as(sam), radio);
        change(as(pat), "refused");
        assertThat(told()).isEmpty();
    }

    @Test
    void whoMayNoLongerSeeTheRecordIsNotTold() {
        watchers.watch(as(sam), radio);
        change(as(pat), "changed");
        PersonDraft facts = sam.facts();
        platform.people.update(
                Platform.ROOT,
                sam.id(),
                sam.version(),
                new PersonDraft(
                        facts.login(),
                        facts.name(),
                        facts.email(),
                        facts.center(),
                        true,
                        Set.of(
                                new org.tieline.api.person.RoleGrant(
                                        platform.center(), Role.STAFF))));
        assertThat(told()).isEmpty();
    }

    @Test
    void theSameLineIsToldUnderTheSameKey() {
        watchers.watch(as(sam), radio);
        change(as(pat), "changed");
        String key = told().get(0).key();
        assertThat(told().get(0).key()).isEqualTo(key);
    }

    @Test
    void aCapabilityThatIsAwayIsWaitedForAWhileAndOneThatIsGoneIsNot() {
        watchers.watch(as(sam), radio);
        change(as(pat), "changed");
        WatchListener without = listener(new RecordKinds(platform.access, List.of()));
        assertThatThrownBy(() -> without.heard(lines())).isInstanceOf(IllegalStateException.class);
        platform.clock.advance(Duration.ofMinutes(6));
        change(as(pat), "updated");
        assertThatThrownBy(() -> without.heard(lines()))
                .as("it may be being updated")
                .isInstanceOf(IllegalStateException.class);
        platform.clock.advance(Duration.ofMinutes(6));
        without.heard(lines());
        assertThat(posted.drafts).isEmpty();
    }

    @Test
    void whatIsWrittenWhileTheNoticesAreAwayIsToldOnceWhenTheyAreBack() throws Exception {
        watchers.watch(as(sam), radio);
        platform.clock.advance(Duration.ofSeconds(1));
        try (AutoCloseable there = platform.database.opened().listen(listener(records))) {
            comments.write(as(pat), radio, "Before.");
            posted.await(1);
        }
        comments.write(as(pat), radio, "Meanwhile.");
        try (AutoCloseable back = platform.database.opened().listen(listener(records))) {
            posted.await(2);
            comments.write(as(pat), radio, "After.");
            posted.await(3);
        }
        assertThat(posted.drafts)
                .extracting(NoticeDraft::text)
                .containsExactly("Before.", "Meanwhile.", "After.");
    }

    @Test
    void whatIsNoNewsAnyMoreIsNotTold() {
        watchers.watch(as(sam), radio);
        change(as(pat), "changed");
        platform.clock.advance(Notices.NEWS.plusMinutes(1));
        assertThat(told()).isEmpty();
    }

    @Test
    void aLongTitleIsCutToFit() {
        RecordRef any = radio;
        JournalLine line = lines().get(0);
        String title =
                new WatchWords()
                        .title(
                                line,
                                new org.tieline.spi.record.RecordCard(
                                        any, center, "x".repeat(400), "/radios/1"));
        assertThat(title).hasSizeLessThanOrEqualTo(NoticeDraft.MAX_TITLE).endsWith("…");
    }
}
