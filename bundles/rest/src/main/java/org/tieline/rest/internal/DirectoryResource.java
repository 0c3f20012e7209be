package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.center.CenterEntry;
import org.tieline.api.center.Centers;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.Paging;
import org.tieline.rest.RestResource;

/** What everybody who is signed in may know of any center. */
@Component
@Path("/directory")
@Produces(MediaType.APPLICATION_JSON)
public final class DirectoryResource implements RestResource {
    private final Centers centers;

    @Activate
    public DirectoryResource(@Reference Centers centers) {
        this.centers = centers;
    }

    @GET
    @Asks("center.directory")
    @Operation(summary = "Id, name, kind and state of every center that is not closed, by id")
    public Listing<CenterEntry> list(
            @Context Caller caller, @QueryParam("text") String text, @BeanParam Paging paging) {
        return Listing.of(
                centers.directory(caller, Parameters.text(text), paging.page()), entry -> entry);
    }
}
