package org.tieline.change.internal.notice;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When to remind of a missing vote: after half of the working time between asking for it and the
 * change's window, but not before four working hours and not later than after two working days.
 * Where less than eight working hours lie between, after half of the time by the clock, but not
 * before half an hour. Working time is Monday to Friday, 08:00 to 18:00 at the center.
 */
final class VoteReminder {
    static final Duration LEAST_WORK = Duration.ofHours(4);
    static final Duration MOST_WORK = Duration.ofHours(20);
    static final Duration LEAST = Duration.ofMinutes(30);

    private static final LocalTime BEGIN = LocalTime.of(8, 0);
    private static final LocalTime END = LocalTime.of(18, 0);

    private VoteReminder() {}

    /**
     * @param asked when the vote was asked for
     * @param start of the change's window
     */
    static boolean due(Instant asked, Instant start, Instant now, ZoneId zone) {
        if (!now.isAfter(asked) || !now.isBefore(start)) {
            return false;
        }
        Duration between = work(asked, start, MOST_WORK.multipliedBy(2), zone);
        if (between.compareTo(LEAST_WORK.multipliedBy(2)) >= 0) {
            Duration half = between.dividedBy(2);
            return work(asked, now, half, zone).compareTo(half) >= 0;
        }
        Duration half = Duration.between(asked, start).dividedBy(2);
        Duration after = half.compareTo(LEAST) < 0 ? LEAST : half;
        return !now.isBefore(asked.plus(after));
    }

    /** Returns the working time between two instants, counted up to a most. */
    static Duration work(Instant from, Instant to, Duration most, ZoneId zone) {
        Duration work = Duration.ZERO;
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate();
                !day.isAfter(last) && work.compareTo(most) < 0;
                day = day.plusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                Instant begin = later(from, ZonedDateTime.of(day, BEGIN, zone).toInstant());
                Instant end = earlier(to, ZonedDateTime.of(day, END, zone).toInstant());
                work = begin.isBefore(end) ? work.plus(Duration.between(begin, end)) : work;
            }
        }
        return work.compareTo(most) < 0 ? work : most;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
