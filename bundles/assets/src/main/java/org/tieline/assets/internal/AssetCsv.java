package org.tieline.assets.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.tieline.core.record.Cells;

/** Assets as rows of a file (RFC 4180). */
final class AssetCsv {
    private static final Map<String, String> COLUMN_OF =
            Map.of(
                    "callPaths", "call_paths",
                    "maintenance", "maintenance_windows",
                    "restsOn", "rests_on",
                    "sharedWith", "shared_with");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader(
                            Stream.of(AssetField.values())
                                    .map(AssetField::column)
                                    .toArray(String[]::new))
                    .get();

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

    /** Returns the column in which a field stands. */
    static String column(String field) {
        String name = field.replaceAll("[\\[.].*", "");
        return COLUMN_OF.getOrDefault(name, name);
    }
}
