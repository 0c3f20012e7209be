package org.tieline.assets.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.Criticality;
import org.tieline.core.record.Cells;
import org.tieline.core.record.EnumNames;

/** Assets as rows of a file (RFC 4180). */
final class AssetCsv {
    static final List<String> COLUMNS =
            List.of(
                    "name",
                    "kind",
                    "state",
                    "criticality",
                    "owner",
                    "supplier",
                    "call_paths",
                    "maintenance_windows",
                    "rests_on",
                    "shared_with",
                    "fallback");
    static final List<String> REQUIRED = List.of("name", "kind");

    private static final Map<String, String> COLUMN_OF =
            Map.of(
                    "callPaths", "call_paths",
                    "maintenance", "maintenance_windows",
                    "restsOn", "rests_on",
                    "sharedWith", "shared_with");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader(COLUMNS.toArray(String[]::new)).get();

    private AssetCsv() {}

    static CSVPrinter to(Appendable out) throws IOException {
        return new CSVPrinter(out, FORMAT);
    }

    static List<String> cells(AssetText asset) {
        return Stream.of(
                        asset.name(),
                        asset.kind(),
                        asset.state(),
                        asset.criticality(),
                        asset.owner().orElse(""),
                        asset.supplier().orElse(""),
                        String.join("; ", asset.callPaths()),
                        String.join("; ", asset.maintenance()),
                        String.join("; ", asset.restsOn()),
                        String.join("; ", asset.sharedWith()),
                        asset.fallback().orElse(""))
                .map(Cells::safe)
                .toList();
    }

    /** Reads a row; what the file has no column for stays as it was. */
    static AssetText read(CsvRows file, CsvRows.Row row, Optional<AssetText> before) {
        Optional<String> stateBefore = before.map(AssetText::state);
        Optional<String> gravityBefore = before.map(AssetText::criticality);
        return new AssetText(
                row.cell("name").orElse(""),
                row.cell("kind").orElse(""),
                row.cell("state").or(() -> stateBefore).orElse(EnumNames.of(AssetState.IN_USE)),
                row.cell("criticality")
                        .or(() -> gravityBefore)
                        .orElse(EnumNames.of(Criticality.MEDIUM)),
                text(file, row, "owner", before.flatMap(AssetText::owner)),
                text(file, row, "supplier", before.flatMap(AssetText::supplier)),
                text(file, row, "fallback", before.flatMap(AssetText::fallback)),
                list(file, row, "call_paths", before.map(AssetText::callPaths)),
                list(file, row, "maintenance_windows", before.map(AssetText::maintenance)),
                list(file, row, "rests_on", before.map(AssetText::restsOn)),
                list(file, row, "shared_with", before.map(AssetText::sharedWith)));
    }

    private static Optional<String> text(
            CsvRows file, CsvRows.Row row, String column, Optional<String> before) {
        return file.columns().contains(column) ? row.cell(column) : before;
    }

    private static List<String> list(
            CsvRows file, CsvRows.Row row, String column, Optional<List<String>> before) {
        if (!file.columns().contains(column)) {
            return before.orElse(List.of());
        }
        return Stream.of(row.cell(column).orElse("").split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Returns the column in which a field stands. */
    static String column(String field) {
        String name = field.replaceAll("[\\[.].*", "");
        return COLUMN_OF.getOrDefault(name, name);
    }
}
