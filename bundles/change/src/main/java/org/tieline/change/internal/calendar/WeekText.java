package org.tieline.change.internal.calendar;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tieline.api.change.CallProfileDraft;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.change.internal.callprofile.CallLoad;

/** The calls of a week as people type them or paste them from a spreadsheet. */
final class WeekText {
    private static final String FIELD = "calls";
    private static final int LONGEST = 20_000;
    private static final int MOST_FAULTS = 10;

    private WeekText() {}

    static String write(List<Double> calls) {
        return IntStream.range(0, 7)
                .mapToObj(
                        day ->
                                calls.subList(day * 24, day * 24 + 24).stream()
                                        .map(WeekText::shown)
                                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
    }

    static String shown(double calls) {
        return calls == Math.rint(calls)
                ? String.valueOf((long) calls)
                : String.format(Locale.ROOT, "%.1f", calls);
    }

    /**
     * Reads seven lines of 24 numbers, or 168 rows of day, hour and number; a line that begins with
     * words is a heading, the name of a day before numbers is passed over.
     *
     * @throws Invalid naming the lines that cannot be read
     */
    static List<Double> read(String text) {
        if (text.length() > LONGEST) {
            throw new Invalid(new FieldError(FIELD, "is longer than a week can be"));
        }
        List<List<String>> lines =
                text.lines()
                        .map(line -> Stream.of(line.split("[,;\\t]")).map(String::strip).toList())
                        .filter(cells -> cells.stream().anyMatch(cell -> !cell.isEmpty()))
                        .filter(cells -> cells.stream().anyMatch(cell -> number(cell).isPresent()))
                        .toList();
        List<FieldError> faults = new ArrayList<>();
        List<Double> calls =
                lines.size() == CallProfileDraft.HOURS ? rows(lines, faults) : days(lines, faults);
        if (!faults.isEmpty()) {
            throw new Invalid(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
        }
        return calls;
    }

    private static List<Double> days(List<List<String>> lines, List<FieldError> faults) {
        if (lines.size() != 7) {
            faults.add(
                    new FieldError(
                            FIELD,
                            "must have seven lines of 24 numbers, or 168 rows of day, hour and"
                                    + " calls, but has "
                                    + lines.size()));
            return List.of();
        }
        List<Double> calls = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            List<String> cells = lines.get(i);
            List<String> numbers =
                    day(cells.get(0)).isPresent() ? cells.subList(1, cells.size()) : cells;
            if (numbers.size() != 24) {
                faults.add(
                        new FieldError(
                                FIELD,
                                "has "
                                        + numbers.size()
                                        + " numbers in line "
                                        + (i + 1)
                                        + "; a day has 24 hours"));
            }
            for (String cell : numbers) {
                calls.add(called(cell, i + 1, faults));
            }
        }
        return calls;
    }

    private static List<Double> rows(List<List<String>> lines, List<FieldError> faults) {
        List<Double> calls = new ArrayList<>(Collections.nCopies(CallProfileDraft.HOURS, -1d));
        for (int i = 0; i < lines.size(); i++) {
            List<String> cells = lines.get(i);
            Optional<DayOfWeek> day = day(cells.get(0));
            Optional<Double> hour =
                    cells.size() == 3
                            ? number(cells.get(1).replace(":00", ""))
                                    .filter(any -> any >= 0 && any < 24 && any % 1 == 0)
                            : Optional.empty();
            if (day.isEmpty() || hour.isEmpty()) {
                faults.add(
                        new FieldError(
                                FIELD,
                                "has a row "
                                        + (i + 1)
                                        + " that is not a day, an hour from 0 to 23 and a number,"
                                        + " such as Friday, 17, 42"));
                continue;
            }
            calls.set(
                    CallLoad.hour(day.get(), hour.get().intValue()),
                    called(cells.get(2), i + 1, faults));
        }
        if (faults.isEmpty() && calls.contains(-1d)) {
            faults.add(new FieldError(FIELD, "names an hour twice and leaves another out"));
        }
        return calls;
    }

    private static double called(String cell, int line, List<FieldError> faults) {
        Optional<Double> number = number(cell);
        if (number.isEmpty()) {
            faults.add(
                    new FieldError(
                            FIELD,
                            "has \""
                                    + cell.substring(0, Math.min(cell.length(), 20))
                                    + "\" in line "
                                    + line
                                    + " where a number belongs"));
        }
        return number.orElse(0d);
    }

    private static Optional<Double> number(String cell) {
        return cell.matches("\\d{1,9}(\\.\\d{1,9})?")
                ? Optional.of(Double.valueOf(cell))
                : Optional.empty();
    }

    private static Optional<DayOfWeek> day(String cell) {
        String word = cell.toUpperCase(Locale.ROOT);
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> word.length() >= 2 && day.name().startsWith(word))
                .findFirst();
    }
}
