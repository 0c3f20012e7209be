package org.tieline.web.internal.audit;

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

/** The journal as comma-separated values (RFC 4180), written while it is read. */
final class CsvLines {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader(
                            "position",
                            "at",
                            "center",
                            "number",
                            "actor",
                            "name",
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

    private CsvLines() {}

    static void write(Journal journal, Caller caller, JournalFilter filter, OutputStream out)
            throws IOException {
        try (CSVPrinter csv =
                new CSVPrinter(
                        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
                        FORMAT)) {
            journal.export(caller, filter, line -> print(csv, line));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void print(CSVPrinter csv, JournalLine line) {
        try {
            csv.printRecord(
                    line.position(),
                    line.at(),
                    line.center(),
                    line.number(),
                    text(line.actor().id()),
                    text(line.actor().name()),
                    line.actor().via(),
                    line.actor().address().orElse(""),
                    line.actor().request().orElse(""),
                    line.record().kind(),
                    text(line.record().id()),
                    line.version(),
                    line.action(),
                    text(
                            line.changes().stream()
                                    .map(CsvLines::change)
                                    .collect(Collectors.joining("; "))),
                    line.hash());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String change(FieldChange change) {
        return change.field()
                + ": "
                + change.before().orElse("(none)")
                + " -> "
                + change.after().orElse("(none)");
    }

    /** A spreadsheet would take what begins so for a formula and run it. */
    private static String text(String value) {
        return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
