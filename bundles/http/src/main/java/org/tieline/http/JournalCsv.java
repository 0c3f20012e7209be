package org.tieline.http;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.tieline.api.FieldChange;
import org.tieline.api.access.Caller;
import org.tieline.api.journal.Journal;
import org.tieline.api.journal.JournalFilter;
import org.tieline.api.journal.JournalLine;
import org.tieline.core.record.Cells;

/**
 * Lines of the journal as comma-separated values (RFC 4180): a row of headings, then a row for each
 * line, oldest first. No cell is one that a spreadsheet runs as a formula.
 */
public final class JournalCsv {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader(
                            "position",
                            "at",
                            "center",
                            "number",
                            "actor",
                            "actor name",
                            "via",
                            "address",
                            "request",
                            "kind",
                            "record",
                            "version",
                            "action",
                            "changes",
                            "hash")
                    .get();

    private JournalCsv() {}

    /**
     * Writes what {@link Journal#export} passes on, while it is read. The stream stays open.
     *
     * @throws IOException if the stream takes no more
     */
    public static void write(Journal journal, Caller caller, JournalFilter filter, OutputStream out)
            throws IOException {
        CSVPrinter printer =
                new CSVPrinter(
                        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
                        FORMAT);
        try {
            journal.export(caller, filter, line -> print(printer, line));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        printer.flush();
    }

    private static void print(CSVPrinter printer, JournalLine line) {
        try {
            printer.printRecord(
                    line.position(),
                    Json.time(line.at()),
                    Cells.safe(line.center()),
                    line.number(),
                    Cells.safe(line.actor().id()),
                    Cells.safe(line.actor().name()),
                    Json.mapper().convertValue(line.actor().via(), String.class),
                    Cells.safe(line.actor().address().orElse("")),
                    Cells.safe(line.actor().request().orElse("")),
                    Cells.safe(line.record().kind()),
                    Cells.safe(line.record().id()),
                    line.version(),
                    Cells.safe(line.action()),
                    Cells.safe(
                            line.changes().stream()
                                    .map(JournalCsv::change)
                                    .collect(Collectors.joining("; "))),
                    line.hash());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String change(FieldChange change) {
        return change.field()
                + ": "
                + change.before().orElse("")
                + " -> "
                + change.after().orElse("");
    }
}
