package org.tieline.change.internal.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tieline.api.error.Invalid;

/** The calls of a week as they are typed and pasted. */
class WeekTextTest {
    private static final List<Double> WEEK =
            IntStream.range(0, 168).mapToObj(hour -> hour % 7 == 0 ? hour + 0.5 : hour).toList();

    @Test
    void whatIsWrittenIsReadBack() {
        assertEquals(WEEK, WeekText.read(WeekText.write(WEEK)));
    }

    @Test
    void namesOfDaysAHeadingAndTabsDoNotMatter() {
        String day = String.join("\t", Collections.nCopies(24, "3"));
        String text =
                "Day\tHour by hour\n"
                        + IntStream.range(1, 8)
                                .mapToObj(any -> DayOfWeek.of(any) + "\t" + day)
                                .collect(Collectors.joining("\n"));
        assertEquals(Collections.nCopies(168, 3d), WeekText.read(text));
    }

    @Test
    void rowsOfDayHourAndCallsMayComeInAnyOrder() {
        List<String> rows =
                IntStream.range(0, 168)
                        .mapToObj(
                                hour ->
                                        DayOfWeek.of(hour / 24 + 1).name().substring(0, 3)
                                                + ","
                                                + hour % 24
                                                + ":00,"
                                                + WEEK.get(hour))
                        .collect(Collectors.toList());
        Collections.reverse(rows);
        assertEquals(WEEK, WeekText.read("day,hour,calls\n" + String.join("\n", rows)));
        rows.set(3, rows.get(4));
        assertEquals("names an hour twice and leaves another out", fault(String.join("\n", rows)));
    }

    @Test
    void whatCannotBeReadIsNamedWithItsLine() {
        String good = String.join(",", Collections.nCopies(24, "3"));
        String lines = (good + "\n").repeat(6);
        assertEquals(
                "must have seven lines of 24 numbers, or 168 rows of day, hour and calls, but has"
                        + " 6",
                fault(lines));
        assertEquals(
                "has 23 numbers in line 7; a day has 24 hours", fault(lines + good.substring(2)));
        assertTrue(
                fault(lines + good.replaceFirst("3", "many")).startsWith("has \"many\" in line 7"));
        assertTrue(fault("1,".repeat(50_000)).startsWith("is longer"));
    }

    private static String fault(String text) {
        return assertThrows(Invalid.class, () -> WeekText.read(text)).errors().get(0).message();
    }
}
