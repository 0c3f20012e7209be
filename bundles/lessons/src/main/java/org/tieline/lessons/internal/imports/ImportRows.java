package org.tieline.lessons.internal.imports;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.core.record.FileText;

/** The rows of a CSV file, one after the other: never more than one of them is held. */
final class ImportRows {
    /** Cells of this length are too long for anything; a quotation mark is open then. */
    private static final int LONGEST_HEADER = 10_000;

    private static final FileText TEXT = new FileText("save it as CSV (UTF-8) and choose it again");

    private ImportRows() {}

    /**
     * A row.
     *
     * @param number its number in the file, the header being 1
     * @param fault what is wrong with it as such
     */
    record Row(long number, List<String> cells, Optional<String> fault) {}

    /** Returns the names of a file's columns. */
    static List<String> columns(Path file) {
        List<String> columns = new ArrayList<>();
        read(file, columns::addAll, row -> false);
        return columns;
    }

    /** Takes the header of a file. */
    interface Header {
        void take(List<String> columns);
    }

    /**
     * Reads a file until {@code rows} returns false.
     *
     * @throws Invalid if it is no text, is empty, or cannot be read as CSV
     */
    static void read(Path file, Header header, Predicate<Row> rows) {
        try (Reader text = TEXT.open(file);
                CSVParser parser = format(text).parse(text)) {
            read(parser, header, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(CSVParser parser, Header header, Predicate<Row> rows) {
        Iterator<CSVRecord> records = parser.iterator();
        List<String> columns = List.of();
        long number = 0;
        boolean more = true;
        while (more) {
            Optional<CSVRecord> next = next(records, number + 1);
            number++;
            if (next.isEmpty()) {
                break;
            }
            CSVRecord record = next.get();
            if (record.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (columns.isEmpty()) {
                columns = record.stream().map(String::strip).toList();
                header.take(columns);
                more = columns.stream().mapToInt(String::length).sum() < LONGEST_HEADER;
            } else {
                more = rows.test(row(number, record, columns.size()));
            }
        }
        if (columns.isEmpty()) {
            throw refused("is empty");
        }
    }

    private static Optional<CSVRecord> next(Iterator<CSVRecord> records, long number) {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException | IllegalStateException e) {
            if (e instanceof UncheckedIOException
                    && !(e.getCause() instanceof CSVException)
                    && !String.valueOf(e.getMessage()).contains("quote")) {
                throw e;
            }
            throw refused(
                    "cannot be read as CSV from row "
                            + number
                            + " on: a quotation mark is opened and not closed, or stands inside a"
                            + " cell without being doubled");
        }
    }

    private static Invalid refused(String message) {
        return new Invalid(new FieldError("file", message));
    }

    private static Row row(long number, CSVRecord record, int columns) {
        List<String> cells = record.stream().map(String::strip).toList();
        return new Row(
                number,
                cells,
                cells.size() == columns
                        ? Optional.empty()
                        : Optional.of(
                                "has "
                                        + cells.size()
                                        + " cells, but the header names "
                                        + columns
                                        + " columns"));
    }

    /** Comma, semicolon or tab, whichever the first line has most of. */
    private static CSVFormat format(Reader text) throws IOException {
        text.mark(LONGEST_HEADER);
        StringBuilder first = new StringBuilder();
        int next = text.read();
        while (next >= 0 && next != '\n' && first.length() < LONGEST_HEADER - 1) {
            first.append((char) next);
            next = text.read();
        }
        text.reset();
        char delimiter =
                Stream.of(',', ';', '\t')
                        .max(
                                (one, other) ->
                                        Long.compare(
                                                first.chars().filter(c -> c == one).count(),
                                                first.chars().filter(c -> c == other).count()))
                        .orElse(',');
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(false)
                .get();
    }
}
