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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.person.Positions;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.Members;
import org.tieline.rest.Paging;
import org.tieline.rest.RestResource;

/** The dispatch positions. */
@Component
@Path("/positions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PositionResource implements RestResource {
    private static final Members<PositionView> MEMBERS =
            new Members<>(
                    RestApi.PATH + "/positions",
                    PositionView::id,
                    position -> OptionalLong.empty(),
                    position -> position);

    private final Positions positions;

    @Activate
    public PositionResource(@Reference Positions positions) {
        this.positions = positions;
    }

    @GET
    @Asks("position.read")
    @Operation(summary = "The dispatch positions of the centers within reach, newest first")
    public Listing<PositionView> list(
            @Context Caller caller, @QueryParam("center") String center, @BeanParam Paging paging) {
        return Listing.of(
                positions.list(caller, Parameters.text(center), paging.page()), PositionView::of);
    }

    @POST
    @Asks("position.edit")
    @Operation(summary = "Marks a workstation as a dispatch position")
    @ApiResponse(
            responseCode = "201",
            description = "Marked; the secret is shown this once",
            content = @Content(schema = @Schema(implementation = PositionView.class)))
    public Response mark(@Context Caller caller, PositionInput position) {
        return MEMBERS.created(
                () -> PositionView.of(positions.mark(caller, position.center(), position.name())),
                id -> PositionView.of(positions.get(caller, id)));
    }

    @GET
    @Path("/{id}")
    @Asks("position.read")
    @Operation(summary = "One dispatch position, without its secret")
    public PositionView get(@Context Caller caller, @PathParam("id") String id) {
        return PositionView.of(positions.get(caller, id));
    }

    @POST
    @Path("/{id}/revocation")
    @Consumes(MediaType.WILDCARD)
    @Asks("position.edit")
    @Operation(summary = "Takes the mark away")
    @ApiResponse(
            responseCode = "200",
            description = "The position as it is now",
            content = @Content(schema = @Schema(implementation = PositionView.class)))
    public Response revoke(@Context Caller caller, @PathParam("id") String id) {
        return MEMBERS.done(
                () -> PositionView.of(positions.revoke(caller, id)),
                () -> PositionView.of(positions.get(caller, id)));
    }
}
