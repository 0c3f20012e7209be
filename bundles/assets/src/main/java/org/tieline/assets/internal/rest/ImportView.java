package org.tieline.assets.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import org.tieline.assets.internal.ImportReport;

/** What came of a file, as the API tells it. */
@Schema(name = "Import")
public record ImportView(
        @Schema(description = "True if nothing was written because only a check was asked for")
                boolean checked,
        int rows,
        int added,
        int changed,
        int unchanged) {
    static ImportView of(ImportReport report, boolean checked) {
        return new ImportView(
                checked, report.rows(), report.added(), report.changed(), report.unchanged());
    }
}
