package org.tieline.lessons.internal.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/** Days, months and years as people know them of what happened. */
public final class LessonDates {
    private LessonDates() {}

    /** Returns the first day of a day, month or year; empty if it is none of them. */
    public static Optional<LocalDate> first(String text) {
        try {
            return switch (text.length()) {
                case 4 -> Optional.of(Year.parse(text).atDay(1));
                case 7 -> Optional.of(YearMonth.parse(text).atDay(1));
                case 10 -> Optional.of(LocalDate.parse(text));
                default -> Optional.empty();
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
