package org.tieline.web.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as people read them. */
public final class Times {
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("MMM d, uuuu, HH:mm zzz", Locale.US);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS 'UTC'", Locale.US)
                    .withZone(ZoneOffset.UTC);

    private Times() {}

    public static String shown(Instant at, ZoneId zone) {
        return SHOWN.format(at.atZone(zone));
    }

    public static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    public static String exact(Instant at) {
        return EXACT.format(at);
    }

    public static String machine(Instant at) {
        return DateTimeFormatter.ISO_INSTANT.format(at);
    }

    public static String ago(Instant at, Instant now) {
        Duration gap = Duration.between(at, now);
        boolean past = !gap.isNegative();
        Duration span = gap.abs();
        if (span.compareTo(Duration.ofMinutes(1)) < 0) {
            return past ? "just now" : "in a moment";
        }
        String words = words(span);
        return past ? words + " ago" : "in " + words;
    }

    private static String words(Duration span) {
        if (span.compareTo(Duration.ofHours(1)) < 0) {
            return count(span.toMinutes(), "minute");
        }
        if (span.compareTo(Duration.ofDays(2)) < 0) {
            return count(span.toHours(), "hour");
        }
        long days = span.dividedBy(ChronoUnit.DAYS.getDuration());
        if (days < 60) {
            return count(days, "day");
        }
        return days < 730 ? count(days / 30, "month") : count(days / 365, "year");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
