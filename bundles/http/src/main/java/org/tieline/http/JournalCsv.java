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
                    safe(line.center()),
                    line.number(),
                    safe(line.actor().id()),
                    safe(line.actor().name()),
                    Json.mapper().convertValue(line.actor().via(), String.class),
                    safe(line.actor().address().orElse("")),
                    safe(line.actor().request().orElse("")),
                    safe(line.record().kind()),
                    safe(line.record().id()),
                    line.version(),
                    safe(line.action()),
                    safe(
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

    /** A spreadsheet runs what begins with one of these signs as a formula (OWASP). */
    private static String safe(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
