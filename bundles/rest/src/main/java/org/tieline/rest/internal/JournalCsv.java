package org.tieline.rest.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.tieline.api.FieldChange;
import org.tieline.api.journal.JournalLine;
import org.tieline.http.Json;

/** Lines of the journal as comma-separated values (RFC 4180), a row for each. */
final class JournalCsv implements Consumer<JournalLine> {
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

    private final CSVPrinter printer;

    JournalCsv(OutputStream out) throws IOException {
        printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORMAT);
    }

    @Override
    public void accept(JournalLine line) {
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
    static String safe(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /** Sends what is still held back. */
    void end() throws IOException {
        printer.flush();
    }
}
