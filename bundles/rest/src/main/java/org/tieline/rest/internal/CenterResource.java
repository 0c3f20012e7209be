package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Center;
import org.tieline.api.center.Centers;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.Members;
import org.tieline.rest.Paging;
import org.tieline.rest.RestResource;
import org.tieline.rest.Versions;

/** The centers. */
@Component
@Path("/centers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CenterResource implements RestResource {
    private static final Members<Center> MEMBERS =
            new Members<>(
                    RestApi.PATH + "/centers",
                    Center::id,
                    center -> OptionalLong.of(center.version()),
                    CenterView::of);

    private final Centers centers;

    @Activate
    public CenterResource(@Reference Centers centers) {
        this.centers = centers;
    }

    @GET
    @Asks("center.read")
    @Operation(summary = "The centers in which the caller holds a role, by id")
    public Listing<CenterView> list(
            @Context Caller caller, @QueryParam("text") String text, @BeanParam Paging paging) {
        return Listing.of(
                centers.list(caller, Parameters.text(text), paging.page()), CenterView::of);
    }

    @POST
    @Asks("center.create")
    @Operation(summary = "Registers a center")
    @ApiResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = CenterView.class)))
    public Response create(@Context Caller caller, NewCenter center) {
        return MEMBERS.created(
                () -> centers.create(caller, center.id(), center.draft()),
                id -> centers.get(caller, id));
    }

    @GET
    @Path("/{id}")
    @Asks("center.read")
    @Operation(summary = "One center")
    @ApiResponse(
            responseCode = "200",
            description = "The center",
            content = @Content(schema = @Schema(implementation = CenterView.class)))
    public Response get(
            @Context Caller caller, @Context Request request, @PathParam("id") String id) {
        return MEMBERS.read(request, centers.get(caller, id));
    }

    @PUT
    @Path("/{id}")
    @Asks("center.edit")
    @Operation(summary = "Changes a center")
    @ApiResponse(
            responseCode = "200",
            description = "The center as it is now",
            content = @Content(schema = @Schema(implementation = CenterView.class)))
    public Response update(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            CenterChange change) {
        return MEMBERS.done(centers.update(caller, id, Versions.required(version), change.draft()));
    }
}
