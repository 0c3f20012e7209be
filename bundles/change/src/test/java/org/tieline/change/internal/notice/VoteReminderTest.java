package org.tieline.change.internal.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class VoteReminderTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    /** Of November 2026, whose first is a Sunday on which daylight saving time ends. */
    private static Instant november(int day, int hour, int minute) {
        return LocalDateTime.of(2026, 11, day, hour, minute).atZone(CHICAGO).toInstant();
    }

    /** Finds the first minute at which it is due; none before the start means the start. */
    private static Instant due(Instant asked, Instant start) {
        Instant now = asked;
        while (now.isBefore(start) && !VoteReminder.due(asked, start, now, CHICAGO)) {
            now = now.plus(Duration.ofMinutes(1));
        }
        return now;
    }

    @Test
    void halfOfTheWorkingTimeIsLeftForVoting() {
        assertThat(due(november(2, 8, 0), november(4, 8, 0))).isEqualTo(november(2, 18, 0));
        assertThat(due(november(2, 16, 0), november(4, 2, 0))).isEqualTo(november(3, 12, 0));
    }

    @Test
    void nobodyIsRemindedOnTheWeekendOfWhatWasAskedOnFriday() {
        assertThat(due(november(6, 17, 0), november(10, 2, 0))).isEqualTo(november(9, 12, 30));
    }

    @Test
    void afterTwoWorkingDaysItIsDueHoweverFarTheWindowIs() {
        assertThat(due(november(2, 8, 0), november(30, 8, 0))).isEqualTo(november(3, 18, 0));
        assertThat(due(november(6, 8, 0), november(30, 8, 0))).isEqualTo(november(9, 18, 0));
    }

    @Test
    void whatIsUrgentIsDueAfterHalfOfTheTimeByTheClockButNotWithinHalfAnHour() {
        assertThat(due(november(3, 20, 0), november(4, 4, 0))).isEqualTo(november(4, 0, 0));
        assertThat(due(november(3, 9, 0), november(3, 9, 50))).isEqualTo(november(3, 9, 30));
        assertThat(due(november(7, 10, 0), november(8, 10, 0))).isEqualTo(november(7, 22, 0));
    }

    @Test
    void whatHasBegunIsNotDueAnyMore() {
        assertThat(
                        VoteReminder.due(
                                november(2, 8, 0), november(4, 8, 0), november(4, 8, 0), CHICAGO))
                .isFalse();
        assertThat(due(november(3, 9, 0), november(3, 9, 20))).isEqualTo(november(3, 9, 20));
    }

    @Test
    void aLongTimeIsNotCountedToItsEnd() {
        Duration most = Duration.ofHours(20);
        assertThat(VoteReminder.work(Instant.EPOCH, november(2, 8, 0), most, CHICAGO))
                .isEqualTo(most);
        assertThat(VoteReminder.work(november(1, 0, 0), november(2, 0, 0), most, CHICAGO)).isZero();
    }
}
