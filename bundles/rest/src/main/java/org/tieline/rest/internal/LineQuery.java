package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import org.tieline.api.journal.JournalFilter;

/** Which lines of the journal are wanted; a {@code @BeanParam}. */
public final class LineQuery {
    @Parameter(description = "Lines of this center")
    @QueryParam("center")
    private String center;

    @Parameter(description = "Lines about records of this kind, such as person")
    @QueryParam("kind")
    private String kind;

    @Parameter(description = "Lines about the record of this id")
    @QueryParam("record")
    private String record;

    @Parameter(description = "Lines of the person or service account of this id")
    @QueryParam("actor")
    private String actor;

    @Parameter(
            description = "Lines at or after this time",
            schema = @Schema(type = "string", format = "date-time"))
    @QueryParam("from")
    private String from;

    @Parameter(
            description = "Lines before this time",
            schema = @Schema(type = "string", format = "date-time"))
    @QueryParam("to")
    private String to;

    JournalFilter filter() {
        return new JournalFilter(
                Parameters.text(center),
                Parameters.text(kind),
                Parameters.text(record),
                Parameters.text(actor),
                Parameters.time("from", from),
                Parameters.time("to", to));
    }
}
