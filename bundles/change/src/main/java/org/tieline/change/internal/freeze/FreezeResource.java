package org.tieline.change.internal.freeze;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.change.FreezeDraft;
import org.tieline.api.change.FreezeState;
import org.tieline.api.change.Freezes;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.Paging;
import org.tieline.rest.RestResource;
import org.tieline.rest.record.RecordCollection;
import org.tieline.rest.record.RecordNames;
import org.tieline.rest.record.RecordView;

/** Freezes: times in which nothing is changed. */
@Component(service = RestResource.class)
@Path("/freezes")
public final class FreezeResource extends RecordCollection<FreezeDraft, FreezeState> {
    private final Freezes freezes;

    @Activate
    public FreezeResource(@Reference Freezes freezes) {
        super(FreezeTable.TYPE, RecordNames.of("Freeze").ended("lifted"), freezes);
        this.freezes = freezes;
    }

    @GET
    @Asks("freeze.read")
    @Operation(summary = "The freezes of a center, and of all centers, that are not over")
    public Listing<RecordView> list(
            @Context Caller caller, @QueryParam("center") String center, @BeanParam Paging paging) {
        return listing(freezes.list(caller, required(center), paging.page()));
    }

    @POST
    @Path("/{id}/lift")
    @Asks("freeze.edit")
    @Operation(summary = "Lifts a freeze; use /moves instead", deprecated = true)
    public Response lift(@Context Caller caller, @PathParam("id") String id) {
        return moved(caller, id, Freezes.LIFT);
    }
}
