package org.tieline.core.record;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.tieline.api.Page;
import org.tieline.api.access.Caller;
import org.tieline.api.record.RecordFilter;
import org.tieline.api.record.Records;
import org.tieline.api.record.Stored;
import org.tieline.core.record.Shape.Part;

/** Records as rows of a file (RFC 4180) that a spreadsheet program opens as it is. */
public final class RecordCsv {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private RecordCsv() {}

    /**
     * Writes the records of a list, read page by page, in UTF-8. No cell is one that a spreadsheet
     * runs as a formula. The stream stays open.
     */
    public static <D extends Record, S extends Enum<S>> void write(
            RecordType<D, S> type,
            Records<D, S> records,
            Caller caller,
            RecordFilter<S> filter,
            OutputStream out)
            throws IOException {
        BufferedWriter writer =
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(header(type));
        try {
            Page.each(
                    page -> records.list(caller, filter, page),
                    record -> print(printer, cells(type, record)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        printer.flush();
    }

    private static void print(CSVPrinter printer, List<String> cells) {
        try {
            printer.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> header(RecordType<?, ?> type) {
        List<String> header = new ArrayList<>();
        type.prefix().ifPresent(any -> header.add("Number"));
        header.addAll(List.of("Center", "State"));
        type.shape().parts().forEach(part -> header.add(part.attribute().label()));
        header.addAll(List.of("Created", "Updated", "ID"));
        return header;
    }

    private static <D extends Record, S extends Enum<S>> List<String> cells(
            RecordType<D, S> type, Stored<D, S> record) {
        List<String> cells = new ArrayList<>();
        record.number().ifPresent(cells::add);
        cells.addAll(List.of(record.center(), EnumNames.of(record.state())));
        type.shape().parts().forEach(part -> cells.add(cell(part, record.facts())));
        cells.addAll(
                List.of(record.created().toString(), record.updated().toString(), record.id()));
        return cells.stream().map(Cells::safe).toList();
    }

    private static String cell(Part part, Record facts) {
        return part.values(facts).stream().map(FieldText::write).collect(Collectors.joining("; "));
    }
}
