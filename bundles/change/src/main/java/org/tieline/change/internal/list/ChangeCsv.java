package org.tieline.change.internal.list;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.tieline.api.Page;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ChangeEntry;
import org.tieline.api.change.ChangeFilter;
import org.tieline.api.change.Changes;
import org.tieline.api.record.Who;
import org.tieline.core.record.Cells;
import org.tieline.core.record.EnumNames;

/** Changes as rows of a file (RFC 4180). No cell is one that a spreadsheet runs as a formula. */
public final class ChangeCsv {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader(
                            "number",
                            "center",
                            "title",
                            "type",
                            "state",
                            "risk",
                            "window start",
                            "window end",
                            "implementer",
                            "requester",
                            "closure",
                            "updated",
                            "id")
                    .get();

    private ChangeCsv() {}

    /** Writes the changes of a list, read page by page, in UTF-8. The stream stays open. */
    public static void write(Changes changes, Caller caller, ChangeFilter filter, OutputStream out)
            throws IOException {
        CSVPrinter printer =
                new CSVPrinter(
                        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
                        FORMAT);
        try {
            Page.each(page -> changes.list(caller, filter, page), entry -> print(printer, entry));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        printer.flush();
    }

    private static void print(CSVPrinter printer, ChangeEntry entry) {
        try {
            printer.printRecord(
                    entry.number(),
                    Cells.safe(entry.center()),
                    Cells.safe(entry.title()),
                    EnumNames.of(entry.type()),
                    EnumNames.of(entry.state()),
                    EnumNames.of(entry.risk()),
                    entry.window().map(window -> window.start().toString()).orElse(""),
                    entry.window().map(window -> window.end().toString()).orElse(""),
                    Cells.safe(entry.implementer().map(Who::name).orElse("")),
                    Cells.safe(entry.requester().name()),
                    entry.closure().map(EnumNames::of).orElse(""),
                    entry.updated(),
                    entry.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
