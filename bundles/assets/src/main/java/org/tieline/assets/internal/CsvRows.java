package org.tieline.assets.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.core.record.Cells;

/**
 * The rows of a file with a header; comma, semicolon or tab between the cells.
 *
 * @param columns the columns of the header
 * @param rows the rows below it
 * @param faults what is wrong with header and rows as such
 */
record CsvRows(List<String> columns, List<Row> rows, List<RowFault> faults) {
    static final int MOST = 5_000;

    /** A row with its number in the file, the header being the first. */
    record Row(long number, Map<String, String> cells) {
        /** Returns a cell; empty if the file has no such column or nothing in it. */
        Optional<String> cell(String column) {
            return Optional.ofNullable(cells.get(column)).filter(cell -> !cell.isEmpty());
        }
    }

    /**
     * @throws Invalid if it cannot be read as a file of this kind at all
     */
    static CsvRows read(String text, List<String> known, List<String> required) {
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter(text))
                        .setIgnoreEmptyLines(false)
                        .get();
        try (CSVParser parser = format.parse(new StringReader(text))) {
            return read(parser, known, required);
        } catch (CSVException | UncheckedIOException | IllegalStateException e) {
            throw refused(
                    "cannot be read as CSV: a quotation mark is opened and not closed, or stands"
                            + " inside a cell without being doubled");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Invalid refused(String message) {
        return new Invalid(new FieldError("file", message));
    }

    /** The one that the first line has most of. */
    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max(
                        Comparator.comparingLong(
                                sign -> header.chars().filter(c -> c == sign).count()))
                .filter(sign -> header.indexOf(sign) >= 0)
                .orElse(',');
    }

    private static CsvRows read(CSVParser parser, List<String> known, List<String> required) {
        List<RowFault> faults = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (CSVRecord record : parser) {
            if (record.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (columns.isEmpty()) {
                header(record, columns, known, required, faults);
            } else if (record.size() != columns.size()) {
                faults.add(
                        new RowFault(
                                record.getRecordNumber(),
                                "",
                                "has "
                                        + record.size()
                                        + " cells, but the header names "
                                        + columns.size()
                                        + " columns"));
            } else if (rows.size() == MOST) {
                throw refused("has more than " + MOST + " rows; split it into several files");
            } else {
                rows.add(row(record, columns));
            }
        }
        if (columns.isEmpty()) {
            throw refused("is empty");
        }
        return new CsvRows(columns, rows, faults);
    }

    private static void header(
            CSVRecord record,
            List<String> columns,
            List<String> known,
            List<String> required,
            List<RowFault> faults) {
        for (String cell : record) {
            String column = cell.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
            if (!known.contains(column)) {
                faults.add(
                        new RowFault(
                                record.getRecordNumber(),
                                ShortText.of(cell),
                                "is not a column known here; known are "
                                        + String.join(", ", known)));
            } else if (columns.contains(column)) {
                faults.add(new RowFault(record.getRecordNumber(), column, "is there twice"));
            }
            columns.add(column);
        }
        required.stream()
                .filter(column -> !columns.contains(column))
                .forEach(
                        column ->
                                faults.add(
                                        new RowFault(
                                                record.getRecordNumber(),
                                                column,
                                                "is missing in the first row, which names the"
                                                        + " columns")));
    }

    private static Row row(CSVRecord record, List<String> columns) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), Cells.plain(record.get(i).strip()));
        }
        return new Row(record.getRecordNumber(), cells);
    }
}
