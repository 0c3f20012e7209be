package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.tieline.lessons.internal.imports.ImportReport;

/** What came of an import so far, as the API shows it. */
@Schema(name = "LessonImport")
public record ImportView(
        String id,
        String center,
        String name,
        ImportReport.State state,
        @Schema(description = "How many rows were read") long rows,
        @Schema(description = "How many lessons it made") long added,
        @Schema(description = "How many rows an import had brought before") long known,
        @Schema(description = "How many rows were left out") long faulty,
        @Schema(description = "What was wrong with the first of these") List<String> faults,
        String by,
        Instant started,
        Instant updated) {
    static ImportView of(ImportReport run) {
        return new ImportView(
                run.id(),
                run.center(),
                run.name(),
                run.state(),
                run.rows(),
                run.added(),
                run.known(),
                run.faulty(),
                run.faults(),
                run.by(),
                run.started(),
                run.updated());
    }
}
