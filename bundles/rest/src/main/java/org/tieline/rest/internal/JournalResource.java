package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.journal.Journal;
import org.tieline.api.journal.JournalFilter;
import org.tieline.http.JournalCsv;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.Paging;
import org.tieline.rest.RestResource;

/** The journal. */
@Component
@Path("/journal")
@Produces(MediaType.APPLICATION_JSON)
public final class JournalResource implements RestResource {
    private static final String CSV = "text/csv;charset=UTF-8";

    private final Journal journal;

    @Activate
    public JournalResource(@Reference Journal journal) {
        this.journal = journal;
    }

    @GET
    @Asks("journal.read")
    @Operation(summary = "Lines of the centers whose journal the caller may read, newest first")
    public Listing<LineView> list(
            @Context Caller caller, @BeanParam LineQuery query, @BeanParam Paging paging) {
        return Listing.of(journal.list(caller, query.filter(), paging.page()), LineView::of);
    }

    @GET
    @Path("/export")
    @Produces(CSV)
    @Asks("journal.read")
    @Operation(summary = "The same lines as comma-separated values, oldest first")
    @ApiResponse(
            responseCode = "200",
            description = "A row for each line, after a row of headings",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    public Response export(@Context Caller caller, @BeanParam LineQuery query) {
        JournalFilter filter = query.filter();
        StreamingOutput rows = out -> JournalCsv.write(journal, caller, filter, out);
        return Response.ok(rows)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"journal.csv\"")
                .build();
    }

    @POST
    @Path("/verification")
    @Consumes(MediaType.WILDCARD)
    @Asks("journal.read")
    @Operation(summary = "Recomputes every hash and names the first broken line of each center")
    public VerificationView verify(@Context Caller caller, @QueryParam("center") String center) {
        return VerificationView.of(journal.verify(caller, Parameters.text(center)));
    }
}
