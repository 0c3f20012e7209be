package org.tieline.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.notice.Notice;
import org.tieline.api.notice.NoticeDraft;
import org.tieline.api.notice.NoticeSwitch;
import org.tieline.api.person.Person;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;

class NoticesTest extends TellingTest {
    NoticesTest(Engine engine) {
        super(engine);
    }

    private List<Notice> of(Person person) {
        return notices.list(as(person), false, PageRequest.FIRST).items();
    }

    @Test
    void whoIsToldReadsItOnceAndNobodyElseDoes() {
        assertThat(notices.post(SELF, draft("approval", "one", pat))).isEqualTo(1);
        assertThat(of(sam)).isEmpty();
        Notice notice = of(pat).get(0);
        assertThat(notice.title()).isEqualTo("Approve the change");
        assertThat(notice.path()).isEqualTo("/changes/1");
        assertThat(notices.unread(as(pat))).isEqualTo(1);
        assertThatThrownBy(() -> notices.read(as(sam), notice.id())).isInstanceOf(NotFound.class);
        Notice read = notices.read(as(pat), notice.id());
        assertThat(read.read()).isPresent();
        assertThat(notices.read(as(pat), notice.id())).isEqualTo(read);
        assertThat(notices.unread(as(pat))).isZero();
        assertThat(notices.list(as(pat), true, PageRequest.FIRST).items()).isEmpty();
        assertThat(of(pat)).containsExactly(read);
    }

    @Test
    void theSameIsToldOnceHoweverOftenItIsPosted() {
        assertThat(notices.post(SELF, draft("approval", "key", pat))).isEqualTo(1);
        assertThat(notices.post(SELF, draft("approval", "key", pat, sam))).isEqualTo(1);
        assertThat(notices.post(SELF, draft("approval", "key", pat, sam))).isZero();
        assertThat(of(pat)).hasSize(1);
        assertThat(of(sam)).hasSize(1);
    }

    @Test
    void twoNodesThatPostTheSameAtOnceTellItOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> posting = () -> notices.post(SELF, draft("approval", "race", pat));
            int told = 0;
            for (Future<Integer> node :
                    nodes.invokeAll(List.of(posting, posting, posting, posting))) {
                told += node.get();
            }
            assertThat(told).isEqualTo(1);
            assertThat(of(pat)).hasSize(1);
        } finally {
            nodes.shutdown();
        }
    }

    @Test
    void whoHasLeftIsNotTold() {
        Person left = changed(pat, pat.facts().email(), false);
        NoticeDraft draft = draft("approval", "gone", left);
        assertThat(notices.post(SELF, draft)).isZero();
        assertThat(of(pat)).isEmpty();
    }

    @Test
    void theListIsPagedFromTheLatestBack() {
        for (int number = 0; number < 5; number++) {
            notices.post(SELF, draft("approval", "page-" + number, pat));
        }
        List<String> all = of(pat).stream().map(Notice::id).toList();
        Page<Notice> first = notices.list(as(pat), false, new PageRequest(3, Optional.empty()));
        Page<Notice> rest = notices.list(as(pat), false, new PageRequest(3, first.next()));
        assertThat(first.items()).extracting(Notice::id).isEqualTo(all.subList(0, 3));
        assertThat(rest.items()).extracting(Notice::id).isEqualTo(all.subList(3, 5));
        assertThat(rest.next()).isEmpty();
        assertThatThrownBy(
                        () ->
                                notices.list(
                                        as(pat),
                                        false,
                                        new PageRequest(3, Optional.of("nonsense"))))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void allAreMarkedAsReadTogether() {
        notices.post(SELF, draft("approval", "a", pat, sam));
        notices.post(SELF, draft("approval", "b", pat));
        notices.readAll(as(pat));
        assertThat(notices.unread(as(pat))).isZero();
        assertThat(notices.unread(as(sam))).isEqualTo(1);
        assertThat(of(pat)).allMatch(notice -> notice.read().isPresent());
    }

    @Test
    void aTopicThatIsSwitchedOffIsNotToldAnyMore() {
        assertThat(notices.switches(as(pat)))
                .extracting(NoticeSwitch::topic, NoticeSwitch::shown, NoticeSwitch::mailed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("approval", true, true),
                        org.assertj.core.groups.Tuple.tuple("digest", true, false),
                        org.assertj.core.groups.Tuple.tuple("rare", false, false));
        assertThat(notices.post(SELF, draft("rare", "rare", pat))).isZero();
        notices.set(as(pat), "approval", false, false);
        assertThat(notices.post(SELF, draft("approval", "off", pat, sam))).isEqualTo(1);
        assertThat(of(pat)).isEmpty();
        notices.set(as(pat), "approval", true, false);
        notices.post(SELF, draft("approval", "on", pat));
        assertThat(of(pat)).hasSize(1);
        assertThat(platform.journal(center, "approval"))
                .hasSize(2)
                .allMatch(line -> line.startsWith("changed"));
    }

    @Test
    void nobodySwitchesWhatThereIsNotOrForAMachine() {
        Caller machine = Platform.caller(center, Role.STAFF);
        assertThat(notices.switches(machine)).isEmpty();
        assertThatThrownBy(() -> notices.set(machine, "approval", true, true))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> notices.set(as(pat), "weather", true, true))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void noticesAboutACenterThatOneHasLeftAreGone() {
        notices.post(SELF, draft("approval", "here", pat));
        Caller elsewhere =
                new Caller(
                        as(pat).actor(),
                        Map.of(platform.center(), Set.of(Role.STAFF)),
                        Optional.empty(),
                        Optional.empty());
        assertThat(notices.list(elsewhere, false, PageRequest.FIRST).items()).isEmpty();
        assertThat(notices.unread(elsewhere)).isZero();
        assertThatThrownBy(() -> notices.read(elsewhere, of(pat).get(0).id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void onlyTheProgramAndAdministratorsPost() {
        assertThatThrownBy(
                        () ->
                                notices.post(
                                        Platform.caller(center, Role.CENTER_MANAGER),
                                        draft("approval", "no", pat)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(
                        () ->
                                notices.post(
                                        Platform.caller(platform.center(), Role.ADMINISTRATOR),
                                        draft("approval", "no", pat)))
                .isInstanceOf(NotFound.class);
        Caller administrator = Platform.caller(center, Role.ADMINISTRATOR);
        assertThat(notices.post(administrator, draft("approval", "yes", pat))).isEqualTo(1);
    }

    @Test
    void allThatIsWrongIsSaidAtOnceAndNobodyIsLedAway() {
        NoticeDraft bad =
                new NoticeDraft(
                        Set.of(),
                        "Not a topic",
                        "two\nlines",
                        "x".repeat(10_001),
                        "//evil.example/x",
                        center,
                        "");
        assertThat(catchThrowableOfType(Invalid.class, () -> notices.post(SELF, bad)).errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("to", "topic", "title", "text", "path", "key");
    }

    @Test
    void whatIsOldIsRemovedAndTheRestStays() {
        notices.post(SELF, draft("approval", "old", pat));
        platform.clock.advance(Duration.ofDays(2));
        notices.post(SELF, draft("approval", "new", pat));
        NoticePurge.purge(store, outbox, platform.clock.instant().minus(Duration.ofDays(1)));
        assertThat(of(pat)).hasSize(1);
        assertThat(notices.post(SELF, draft("approval", "new", pat))).isZero();
        assertThat(notices.post(SELF, draft("approval", "old", pat))).isEqualTo(1);
    }
}
