package org.tieline.change.internal.calendar;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import org.tieline.change.internal.callprofile.CallLoad;

/** How the week of a center is written in its table. */
public final class WeekTable {
    private WeekTable() {}

    public static String day(int day) {
        return DayOfWeek.of(day + 1).getDisplayName(TextStyle.FULL, Locale.US);
    }

    public static String calls(CallLoad week, int day, int hour) {
        return WeekText.shown(week.calls(day * 24 + hour));
    }
}
