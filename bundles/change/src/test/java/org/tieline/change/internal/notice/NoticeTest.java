package org.tieline.change.internal.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Role;
import org.tieline.api.asset.Criticality;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveRequest;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.notice.NoticeDraft;
import org.tieline.api.notice.Notices;
import org.tieline.api.person.Person;
import org.tieline.change.internal.ChangeCase;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;

class NoticeTest extends ChangeCase {
    private final List<NoticeDraft> posted = new ArrayList<>();
    private final Teller teller = new Teller(platform.people, delegations, keeping());
    private final ChangeFollower follower =
            new ChangeFollower(platform.database.journal(), changes, teller, platform.clock);

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
        follower.follow(lines);
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
        assertThat(follower.position()).isPositive();
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

    @Test
    void whatIsNearIsRemindedOfUnderOneKey() {
        Person boss = platform.add(center, Role.CENTER_MANAGER);
        Change change = submitted();
        Reminders reminders = new Reminders(changes, teller, platform.clock);
        reminders.remind();
        reminders.remind();
        reminders.stop();
        List<NoticeDraft> mine =
                posted.stream()
                        .filter(notice -> notice.path().endsWith(change.id()))
                        .filter(notice -> notice.to().contains(boss.id()))
                        .toList();
        assertThat(mine).hasSize(2).extracting(NoticeDraft::key).containsOnly(mine.get(0).key());
    }

    @Test
    void whatIsOldIsToldToNobody() {
        Change change = submitted();
        List<JournalLine> lines = platform.journal.history(planner, Change.ref(change.id()), 100);
        new ChangeFollower(
                        platform.database.journal(),
                        changes,
                        teller,
                        Clock.offset(platform.clock, Duration.ofDays(2)))
                .follow(lines);
        assertThat(posted).isEmpty();
    }
}
