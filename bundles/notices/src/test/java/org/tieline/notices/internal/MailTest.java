package org.tieline.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tieline.core.health.HealthState;
import org.tieline.core.internal.Engine;
import org.tieline.notices.internal.mail.MailHealth;
import org.tieline.notices.internal.mail.MailMetrics;
import org.tieline.notices.internal.mail.MailServer.Letter;
import org.tieline.notices.internal.mail.MailTexts;
import org.tieline.notices.internal.mail.Outbox;
import org.tieline.notices.internal.record.Topics;
import org.tieline.spi.metric.Metric;

class MailTest extends TellingTest {
    MailTest(Engine engine) {
        super(engine);
    }

    @BeforeEach
    void nothingElseWaits() {
        NoticePurge.purge(store, outbox, platform.clock.instant().plusSeconds(1));
    }

    private Result.Status health() {
        return new MailHealth(outbox).execute().getStatus();
    }

    @Test
    void aNoticeGoesOutByMailOnceToWhoHasAnAddress() {
        notices.post(SELF, draft("approval", "mail", pat, sam));
        notices.post(SELF, draft("approval", "mail", pat, sam));
        outbox.send();
        outbox.send();
        assertThat(post.taken).hasSize(1);
        Letter letter = post.taken.get(0);
        assertThat(letter.to()).isEqualTo("pat@example.org");
        assertThat(letter.subject()).isEqualTo("Approve the change");
        assertThat(letter.text())
                .contains("It is due on Monday.")
                .contains("https://tieline.example.org/changes/1")
                .contains("https://tieline.example.org/notices/switches");
        assertThat(health()).isEqualTo(Result.Status.OK);
    }

    @Test
    void mailIsSwitchedOffByItself() {
        notices.set(as(pat), "approval", true, false);
        notices.post(SELF, draft("approval", "quiet", pat));
        notices.post(SELF, draft("digest", "digest", pat));
        outbox.send();
        assertThat(post.taken).isEmpty();
        notices.set(as(pat), "approval", false, true);
        assertThat(notices.post(SELF, draft("approval", "mail only", pat))).isEqualTo(1);
        outbox.send();
        assertThat(post.taken).hasSize(1);
        assertThat(notices.unread(as(pat))).isEqualTo(2);
    }

    @Test
    void withoutAServerNothingIsKeptForLater() {
        Outbox none =
                new Outbox(
                        store,
                        platform.people,
                        Optional.empty(),
                        new MailTexts(Optional::<URI>empty),
                        platform.clock);
        assertThat(none.on()).isFalse();
        new SqlNotices(store, platform.access, platform.people, new Topics(), none)
                .post(SELF, draft("approval", "never", pat));
        outbox.send();
        assertThat(post.taken).isEmpty();
        assertThat(HealthState.of(new MailHealth(none).execute()))
                .isEqualTo(HealthState.NOT_SET_UP);
        assertThat(new MailMetrics(none).metrics()).isEmpty();
    }

    private double measured(String name) {
        return new MailMetrics(outbox)
                .metrics().stream()
                        .filter(metric -> metric.name().equals(name))
                        .mapToDouble(Metric::value)
                        .sum();
    }

    @Test
    void whatWaitsIsMeasured() {
        post.close();
        assertThat(measured("tieline_mail_queue_messages")).isZero();
        assertThat(measured("tieline_mail_queue_oldest_age_seconds")).isZero();
        notices.post(SELF, draft("approval", "measured", pat));
        platform.clock.advance(Duration.ofMinutes(7));
        assertThat(measured("tieline_mail_queue_messages")).isEqualTo(1);
        assertThat(measured("tieline_mail_queue_oldest_age_seconds")).isEqualTo(420);
    }

    @Test
    void aServerThatIsAwayIsTriedAgainAndHealthSaysSo() {
        notices.post(SELF, draft("approval", "later", pat));
        post.close();
        outbox.send();
        assertThat(health()).isEqualTo(Result.Status.WARN);
        post.open();
        outbox.send();
        assertThat(post.taken).isEmpty();
        platform.clock.advance(Duration.ofMinutes(2));
        outbox.send();
        assertThat(post.taken).hasSize(1);
        assertThat(health()).isEqualTo(Result.Status.OK);
    }

    @Test
    void aMailThatIsRefusedForNowIsTriedAgainUnderTheSameId() {
        notices.post(SELF, draft("approval", "greylisted", pat));
        post.refuse(false);
        outbox.send();
        platform.clock.advance(Duration.ofSeconds(30));
        post.open();
        outbox.send();
        assertThat(post.taken).isEmpty();
        platform.clock.advance(Duration.ofMinutes(2));
        outbox.send();
        assertThat(post.taken).hasSize(1);
    }

    @Test
    void aMailThatIsRefusedForGoodIsGivenUp() {
        notices.post(SELF, draft("approval", "unknown", pat));
        post.refuse(true);
        outbox.send();
        post.open();
        platform.clock.advance(Duration.ofDays(1));
        outbox.send();
        assertThat(post.taken).isEmpty();
        assertThat(health()).isEqualTo(Result.Status.OK);
    }

    @Test
    void whatCouldNotBeSentForDaysIsOfNoUseAnyMore() {
        notices.post(SELF, draft("approval", "stale", pat));
        platform.clock.advance(Duration.ofDays(4));
        outbox.send();
        assertThat(post.taken).isEmpty();
    }

    @Test
    void whoHasLeftMeanwhileGetsNoMail() {
        notices.post(SELF, draft("approval", "left", pat));
        changed(pat, pat.facts().email(), false);
        outbox.send();
        assertThat(post.taken).isEmpty();
    }

    @Test
    void theAddressIsTheOneThatThePersonHasNow() {
        notices.post(SELF, draft("approval", "moved", pat));
        changed(pat, Optional.of("new@example.org"), true);
        outbox.send();
        assertThat(post.taken).extracting(Letter::to).containsExactly("new@example.org");
    }
}
