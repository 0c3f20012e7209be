package org.tieline.core.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.core.record.FileText;

/**
 * A CSV file as spreadsheets and other programs save it: in UTF-8 or Windows-1252, with comma,
 * semicolon or tab between the cells. The first row that is not blank names the columns. It is read
 * as a stream, of which never more than one row is held. What cannot be read so is {@link Invalid},
 * with the reason, from every method.
 */
public final class CsvFile {
    /** A first row of this length names no columns; a quotation mark is open then. */
    private static final int LONGEST_HEADER = 10_000;

    private static final FileText TEXT = new FileText("save it as CSV (UTF-8) and choose it again");

    private final Source source;

    private interface Source {
        Reader open() throws IOException;
    }

    private CsvFile(Source source) {
        this.source = source;
    }

    public static CsvFile of(Path file) {
        return new CsvFile(() -> TEXT.open(file));
    }

    public static CsvFile of(byte[] content) {
        String text = TEXT.of(content);
        return new CsvFile(() -> new BufferedReader(new StringReader(text)));
    }

    /** Returns the names of the columns. */
    public List<String> columns() {
        return read(row -> false);
    }

    /** Returns the first rows below the header. */
    public List<CsvRow> first(int most) {
        List<CsvRow> rows = new ArrayList<>();
        read(row -> rows.add(row) && rows.size() < most);
        return rows;
    }

    /**
     * Reads the rows below the header until {@code rows} returns false; those that are blank are
     * passed over.
     *
     * @return the names of the columns
     */
    public List<String> read(Predicate<CsvRow> rows) {
        try (Reader text = source.open();
                CSVParser parser = format(text).parse(text)) {
            return read(parser, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> read(CSVParser parser, Predicate<CsvRow> rows) {
        Iterator<CSVRecord> records = parser.iterator();
        List<String> columns = List.of();
        long number = 1;
        for (boolean more = true; more && hasNext(records, number); number++) {
            List<String> cells = records.next().stream().map(String::strip).toList();
            if (cells.stream().allMatch(String::isEmpty)) {
                continue;
            }
            if (columns.isEmpty()) {
                columns = cells;
                more = cells.stream().mapToInt(String::length).sum() < LONGEST_HEADER;
            } else {
                more = rows.test(new CsvRow(number, columns, cells));
            }
        }
        if (columns.isEmpty()) {
            throw refused("is empty");
        }
        return columns;
    }

    private static boolean hasNext(Iterator<CSVRecord> records, long number) {
        try {
            return records.hasNext();
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

    /** The first line has most of what stands between the cells. */
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
                                Comparator.comparingLong(
                                        sign -> first.chars().filter(c -> c == sign).count()))
                        .orElseThrow();
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(false)
                .get();
    }
}
