package org.tieline.assets.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.tieline.assets.internal.ImportReport;

/** What came of a file, as the API tells it. */
@Schema(name = "Import")
public record ImportView(
        @Schema(description = "True if nothing was written because only a check was asked for")
                boolean checked,
        int rows,
        int added,
        int changed,
        int unchanged,
        @Schema(description = "The columns that were left out, as nothing says what they are")
                List<String> unmapped) {
    static ImportView of(ImportReport report, boolean checked) {
        return new ImportView(
                checked,
                report.rows(),
                report.added(),
                report.changed(),
                report.unchanged(),
                report.unmapped());
    }
}
