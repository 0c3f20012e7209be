package org.tieline.lessons.internal.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tieline.api.error.FieldError;
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.Classification;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonSource;
import org.tieline.api.lessons.Narrative;
import org.tieline.core.imports.CsvRow;
import org.tieline.core.imports.RowFault;
import org.tieline.lessons.internal.record.LessonDates;
import org.tieline.lessons.internal.record.LessonRules;
import org.tieline.sharing.redaction.Redaction;

/** A row of a file as a lesson. */
final class ImportedRow {
    private static final Set<String> NOTHING = Set.of("nan", "none", "null", "n/a", "-");
    private static final int LONGEST_NOTHING = 4;
    private static final Pattern BREAK = Pattern.compile("(?i)<br ?/?>");
    private static final Pattern ODD =
            Pattern.compile("[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[;,|\n]");
    private static final Pattern TIME =
            Pattern.compile(
                    "(?i)[ T]\\d{1,2}:\\d\\d(:\\d\\d(\\.\\d+)?)?( ?[AP]M)?( ?([A-Z]{1,5}|[+-]\\d\\d:?\\d\\d))?$");
    private static final Pattern SERIAL = Pattern.compile("[2-5]\\d{4}(\\.\\d+)?");
    private static final DateTimeFormatter AMERICAN =
            DateTimeFormatter.ofPattern("M/d/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final FieldError NO_DATE =
            new FieldError(
                    "happenedOn",
                    "must be a date, such as 2026-11-22, 11/22/2026, 2026-11 or 2026");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int TITLE_OF_TEXT = 120;

    private ImportedRow() {}

    static LessonDraft draft(ImportMapping mapping, CsvRow row) {
        Narrative text =
                new Narrative(
                        cell(mapping, LessonField.HAPPENED, row),
                        cell(mapping, LessonField.LEARNED, row),
                        cell(mapping, LessonField.RECOMMENDED, row),
                        cell(mapping, LessonField.EVIDENCE, row));
        return new LessonDraft(
                title(cell(mapping, LessonField.TITLE, row), text),
                text,
                new Classification(
                        mapping.category(),
                        mapping.severity(),
                        LessonSource.IMPORT,
                        words(cell(mapping, LessonField.TOPICS, row)),
                        words(cell(mapping, LessonField.FACTORS, row)),
                        List.of(),
                        Set.of(),
                        words(cell(mapping, LessonField.SYSTEMS, row)),
                        words(cell(mapping, LessonField.VENDORS, row))),
                date(cell(mapping, LessonField.HAPPENED_ON, row)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Audience.CENTER,
                Set.of());
    }

    /** Under which a row is known again: its number, or else all that it says. */
    static String key(ImportMapping mapping, CsvRow row) {
        String number = cell(mapping, LessonField.NUMBER, row);
        return number.isEmpty()
                ? Redaction.key("row", String.join("\u001f", row.cells()))
                : Redaction.key("number", number);
    }

    private static String cell(ImportMapping mapping, LessonField field, CsvRow row) {
        String text = clean(mapping.columns().cell(field, row));
        return text.length() <= LONGEST_NOTHING && NOTHING.contains(text.toLowerCase(Locale.ROOT))
                ? ""
                : text;
    }

    private static String clean(String text) {
        String lines = text.indexOf('<') < 0 ? text : BREAK.matcher(text).replaceAll("\n");
        if (lines.indexOf('\r') >= 0) {
            lines = lines.replace("\r\n", "\n").replace('\r', '\n');
        }
        return (isOdd(lines) ? ODD.matcher(lines).replaceAll(" ") : lines).strip();
    }

    private static boolean isOdd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isISOControl(character) && character != '\n' && character != '\t') {
                return true;
            }
        }
        return false;
    }

    /** A row without a title gets the beginning of its text. */
    private static String title(String title, Narrative text) {
        String from =
                !title.isEmpty()
                        ? title
                        : !text.learned().isEmpty()
                                ? text.learned()
                                : !text.happened().isEmpty() ? text.happened() : text.recommended();
        return title.isEmpty() ? beginning(from) : SPACES.matcher(from).replaceAll(" ").strip();
    }

    /** Returns the beginning of a text as one line. */
    static String beginning(String text) {
        String line = SPACES.matcher(text).replaceAll(" ").strip();
        if (line.length() <= TITLE_OF_TEXT) {
            return line;
        }
        int space = line.lastIndexOf(' ', TITLE_OF_TEXT);
        return line.substring(0, space > 0 ? space : TITLE_OF_TEXT) + " …";
    }

    private static List<String> words(String cell) {
        return BETWEEN_WORDS
                .splitAsStream(cell)
                .map(word -> SPACES.matcher(word).replaceAll(" ").strip())
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * Returns the day of 2014-04-10 and 4/10/2014, both with a time or without, and of a
     * spreadsheet's day number; a month; a year; else what is there, which {@link #faults} names.
     */
    private static Optional<String> date(String cell) {
        String day = TIME.matcher(cell).replaceFirst("");
        if (day.isEmpty() || LessonDates.first(day).isPresent()) {
            return Optional.of(day).filter(text -> !text.isEmpty());
        }
        try {
            return Optional.of(
                    SERIAL.matcher(day).matches()
                            ? SERIAL_ZERO.plusDays((long) Double.parseDouble(day)).toString()
                            : LocalDate.parse(day, AMERICAN).toString());
        } catch (DateTimeException e) {
            return Optional.of(cell);
        }
    }

    /** Returns what is wrong with a row, value by value. */
    static List<RowFault> faults(
            ImportMapping mapping, CsvRow row, String center, LessonDraft draft) {
        return LessonRules.check(center, draft).stream()
                .map(error -> error.field().equals("happenedOn") ? NO_DATE : error)
                .map(error -> mapping.columns().fault(row, error))
                .toList();
    }
}
