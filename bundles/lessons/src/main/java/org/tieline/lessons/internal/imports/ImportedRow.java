package org.tieline.lessons.internal.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.Classification;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonSource;
import org.tieline.api.lessons.Narrative;
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
    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/uuuu");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int TITLE_OF_TEXT = 120;

    private ImportedRow() {}

    static LessonDraft draft(ImportMapping mapping, List<String> cells) {
        Narrative text =
                new Narrative(
                        cell(mapping, ImportField.HAPPENED, cells),
                        cell(mapping, ImportField.LEARNED, cells),
                        cell(mapping, ImportField.RECOMMENDED, cells),
                        cell(mapping, ImportField.EVIDENCE, cells));
        return new LessonDraft(
                title(cell(mapping, ImportField.TITLE, cells), text),
                text,
                new Classification(
                        mapping.category(),
                        mapping.severity(),
                        LessonSource.IMPORT,
                        words(cell(mapping, ImportField.TOPICS, cells)),
                        words(cell(mapping, ImportField.FACTORS, cells)),
                        List.of(),
                        Set.of(),
                        words(cell(mapping, ImportField.SYSTEMS, cells)),
                        words(cell(mapping, ImportField.VENDORS, cells))),
                date(cell(mapping, ImportField.HAPPENED_ON, cells)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Audience.CENTER,
                Set.of());
    }

    /** Under which a row is known again: its number, or else all that it says. */
    static String key(ImportMapping mapping, List<String> cells) {
        String number = cell(mapping, ImportField.NUMBER, cells);
        return number.isEmpty()
                ? Redaction.key("row", String.join("\u001f", cells))
                : Redaction.key("number", number);
    }

    private static String cell(ImportMapping mapping, ImportField field, List<String> cells) {
        Integer column = mapping.columns().get(field);
        if (column == null || column < 0 || column >= cells.size()) {
            return "";
        }
        String text = clean(cells.get(column));
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
                .filter(word -> !word.isEmpty() && word.length() <= LessonRules.MAX_WORD)
                .distinct()
                .limit(LessonRules.MAX_WORDS)
                .toList();
    }

    /** Understands 2014-04-10, 4/10/2014, both with a time, and a spreadsheet's day number. */
    private static Optional<String> date(String cell) {
        String day = cell.split("[ T]", 2)[0];
        if (LessonDates.first(day).isPresent()) {
            return Optional.of(day);
        }
        try {
            if (day.matches("[2-5]\\d{4}(\\.0)?")) {
                return Optional.of(SERIAL_ZERO.plusDays((long) Double.parseDouble(day)).toString());
            }
            return Optional.of(LocalDate.parse(day, AMERICAN).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
