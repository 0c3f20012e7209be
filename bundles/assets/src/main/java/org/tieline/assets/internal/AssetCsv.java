package org.tieline.assets.internal;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.tieline.core.record.Cells;

/** Assets as rows of a file (RFC 4180). */
final class AssetCsv {
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
}
