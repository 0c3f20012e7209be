package org.tieline.assets.internal;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tieline.api.asset.MaintenanceWindow;
import org.tieline.api.error.FieldError;

/** How people write maintenance windows: {@code Tuesday 02:00-04:00}. */
public final class Windows {
    static final String EXAMPLE = "Tuesday 02:00-04:00";

    private static final Pattern WRITTEN =
            Pattern.compile(
                    "([A-Za-z]{2,9})\\.?\\s+(\\d{1,2}:\\d\\d)\\s*(?:-|–|to)\\s*(\\d{1,2}:\\d\\d)");

    private Windows() {}

    public static String text(MaintenanceWindow window) {
        String day = window.day().name();
        return day.charAt(0)
                + day.substring(1).toLowerCase(Locale.ROOT)
                + " "
                + window.from()
                + "-"
                + window.to();
    }

    /** Reads windows and adds what cannot be read to {@code faults}. */
    static List<MaintenanceWindow> read(String field, List<String> lines, List<FieldError> faults) {
        List<MaintenanceWindow> windows = new ArrayList<>();
        for (String line : lines) {
            Optional<MaintenanceWindow> window = window(line);
            window.ifPresent(windows::add);
            if (window.isEmpty()) {
                faults.add(
                        new FieldError(
                                field,
                                "has \""
                                        + ShortText.of(line)
                                        + "\", but a window is a day of the week and two times,"
                                        + " such as "
                                        + EXAMPLE));
            }
        }
        return windows;
    }

    private static Optional<MaintenanceWindow> window(String line) {
        Matcher parts = WRITTEN.matcher(line.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        return day(parts.group(1))
                .flatMap(
                        day ->
                                time(parts.group(2))
                                        .flatMap(
                                                from ->
                                                        time(parts.group(3))
                                                                .map(
                                                                        to ->
                                                                                new MaintenanceWindow(
                                                                                        day, from,
                                                                                        to))));
    }

    private static Optional<DayOfWeek> day(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        List<DayOfWeek> days =
                List.of(DayOfWeek.values()).stream()
                        .filter(day -> day.name().startsWith(upper))
                        .toList();
        return days.size() == 1 ? Optional.of(days.get(0)) : Optional.empty();
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
