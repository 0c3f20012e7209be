package org.tieline.change.internal.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Role;
import org.tieline.api.asset.Criticality;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeEntry;
import org.tieline.api.change.ChangeFilter;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.Changes;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveRequest;
import org.tieline.api.change.Window;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.notice.NoticeDraft;
import org.tieline.api.notice.Notices;
import org.tieline.api.person.Person;
import org.tieline.change.internal.ChangeCase;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;

class NoticeTest extends ChangeCase {
    private final List<NoticeDraft> posted = new ArrayList<>();
    private final ChangeNotices changeNotices =
            new ChangeNotices(platform.people, delegations, keeping());
    private final ChangeNotifier notifier =
            new ChangeNotifier(changes, changeNotices, platform.clock);

    NoticeTest(Engine engine) {
        super(engine);
    }

    /** Keeps what is posted, and does nothing else. */
    private Notices keeping() {
        return (Notices)
                Proxy.newProxyInstance(
                        Notices.class.getClassLoader(),
                        new Class<?>[] {Notices.class},
                        (proxy, method, arguments) -> {
                            posted.add((NoticeDraft) arguments[1]);
                            return 1;
                        });
    }

    private void follow(Change change) {
        List<JournalLine> lines =
                new ArrayList<>(platform.journal.history(planner, Change.ref(change.id()), 100));
        lines.sort(java.util.Comparator.comparing(JournalLine::position));
        notifier.heard(lines);
    }

    private List<NoticeDraft> about(String topic) {
        return posted.stream().filter(notice -> notice.topic().equals(topic)).toList();
    }

    private Change submitted() {
        return submitted(
                complete(
                        ChangeType.NORMAL,
                        Set.of(asset(Platform.unique("Desk"), Criticality.LOW))));
    }

    @Test
    void whoseVoteIsAskedForIsTold() {
        Person boss = platform.add(center, Role.CENTER_MANAGER);
        Person reader = platform.add(center, Role.READER);
        Change change = submitted();
        follow(change);
        assertThat(about("change-approval"))
                .singleElement()
                .satisfies(
                        notice -> {
                            assertThat(notice.to())
                                    .contains(boss.id())
                                    .doesNotContain(reader.id(), implementer);
                            assertThat(notice.path()).isEqualTo("/changes/" + change.id());
                        });
        assertThat(about("change-assigned"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.to()).containsExactly(implementer));
    }

    @Test
    void whoWroteItIsToldWhatWasDecided() {
        Change change = approve(manager, submitted());
        follow(change);
        assertThat(about("change-decided"))
                .singleElement()
                .satisfies(
                        notice -> {
                            assertThat(notice.title()).startsWith("Approved: ");
                            assertThat(notice.to())
                                    .containsExactlyInAnyOrder(planner.actor().id(), implementer);
                        });
    }

    @Test
    void theBackOutIsTold() {
        Person boss = platform.add(center, Role.CENTER_MANAGER);
        Change change =
                running(
                        complete(
                                ChangeType.NORMAL,
                                Set.of(asset(Platform.unique("Desk"), Criticality.LOW))));
        changes.move(staff, change.id(), MoveRequest.of(Move.BACK_OUT).because("It does not work"));
        follow(change);
        assertThat(about("change-back-out"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.to()).contains(boss.id()));
    }

    private void remind(Changes from) {
        Reminders reminders =
                new Reminders(
                        from,
                        platform.centers,
                        platform.database.journal(),
                        changeNotices,
                        platform.clock);
        reminders.remind();
        reminders.remind();
        reminders.stop();
    }

    private List<NoticeDraft> missing(Change change, Person voter) {
        return about("change-approval").stream()
                .filter(notice -> notice.path().endsWith(change.id()))
                .filter(notice -> notice.to().contains(voter.id()))
                .toList();
    }

    @Test
    void aMissingVoteIsRemindedOfUnderOneKeyAndNotAtOnce() {
        Person boss = platform.add(center, Role.CENTER_MANAGER);
        Window window =
                new Window(
                        soon().start().plus(Duration.ofDays(1)),
                        soon().end().plus(Duration.ofDays(1)));
        Change change =
                submitted(
                        complete(
                                        ChangeType.NORMAL,
                                        Set.of(asset(Platform.unique("Desk"), Criticality.LOW)))
                                .at(window));
        platform.clock.advance(Duration.ofMinutes(3));
        remind(changes);
        assertThat(missing(change, boss)).as("three minutes after it was asked for").isEmpty();
        platform.clock.advance(
                Duration.between(platform.clock.instant(), window.start())
                        .minus(Duration.ofMinutes(1)));
        remind(changes);
        assertThat(missing(change, boss))
                .hasSize(2)
                .extracting(NoticeDraft::key)
                .containsOnly(missing(change, boss).get(0).key());
    }

    @Test
    void everyChangeIsRemindedOfHoweverManyThereAre() {
        List<ChangeEntry> many = new ArrayList<>();
        submitted();
        ChangeEntry like =
                changes.list(planner, ChangeFilter.ALL, PageRequest.FIRST).items().get(0);
        for (int i = 0; i < 1_203; i++) {
            many.add(named("change-" + i, like));
        }
        Set<String> asked = new HashSet<>();
        remind(
                (Changes)
                        Proxy.newProxyInstance(
                                Changes.class.getClassLoader(),
                                new Class<?>[] {Changes.class},
                                (proxy, method, arguments) -> {
                                    if (method.getName().equals("list")) {
                                        return page(many, (PageRequest) arguments[2]);
                                    }
                                    Collection<?> ids = (Collection<?>) arguments[1];
                                    assertThat(ids).hasSizeLessThanOrEqualTo(500);
                                    ids.forEach(id -> asked.add((String) id));
                                    return List.of();
                                }));
        assertThat(asked).hasSize(many.size());
    }

    private static Page<ChangeEntry> page(List<ChangeEntry> all, PageRequest page) {
        int from = page.cursor().map(Integer::parseInt).orElse(0);
        int to = Math.min(all.size(), from + page.limit());
        return new Page<>(
                all.subList(from, to),
                to < all.size() ? Optional.of(String.valueOf(to)) : Optional.empty());
    }

    /** The same entry under another id. */
    private static ChangeEntry named(String id, ChangeEntry like) {
        try {
            RecordComponent[] parts = ChangeEntry.class.getRecordComponents();
            Object[] values = new Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                values[i] =
                        parts[i].getName().equals("id") ? id : parts[i].getAccessor().invoke(like);
            }
            return (ChangeEntry) ChangeEntry.class.getDeclaredConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsOldIsToldToNobody() {
        Change change = submitted();
        List<JournalLine> lines = platform.journal.history(planner, Change.ref(change.id()), 100);
        new ChangeNotifier(changes, changeNotices, Clock.offset(platform.clock, Duration.ofDays(8)))
                .heard(lines);
        assertThat(posted).isEmpty();
    }
}
