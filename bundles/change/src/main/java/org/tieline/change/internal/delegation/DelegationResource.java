package org.tieline.change.internal.delegation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Delegation;
import org.tieline.api.change.DelegationState;
import org.tieline.api.change.Delegations;
import org.tieline.rest.Asks;
import org.tieline.rest.RestResource;
import org.tieline.rest.record.RecordMembers;
import org.tieline.rest.record.RecordNames;
import org.tieline.rest.record.RecordView;

/** Who votes on changes in whose place. */
@Component(service = RestResource.class)
@Path("/change-delegations")
public final class DelegationResource extends RecordMembers<Delegation, DelegationState> {
    private final Delegations delegations;

    @Activate
    public DelegationResource(@Reference Delegations delegations) {
        super(
                DelegationTable.TYPE,
                RecordNames.of("ChangeDelegation")
                        .ended("ended")
                        .object("holder", "Who")
                        .object("delegate", "Who"),
                delegations);
        this.delegations = delegations;
    }

    /** A delegate to be named. */
    @Schema(name = "NewChangeDelegation")
    public record NewDelegation(
            @Schema(description = "Id of the center") String center,
            @Schema(description = "Sign-in name of the delegate") String delegate,
            Instant from,
            @Schema(description = "At most 92 days later") Instant until) {}

    /** Those that are not over. */
    @Schema(name = "ChangeDelegations")
    public record DelegationsView(List<RecordView> items) {}

    @GET
    @Asks("change.read")
    @Operation(
            summary = "Delegates of a center; without a center those whom the caller named or is")
    public DelegationsView list(@Context Caller caller, @QueryParam("center") String center) {
        return new DelegationsView(
                (center == null || center.isBlank()
                                ? delegations.own(caller)
                                : delegations.of(caller, center))
                        .stream().map(this::view).toList());
    }

    @POST
    @Asks("change.vote")
    @Operation(summary = "Names a delegate for the caller's own votes")
    @ApiResponse(
            responseCode = "201",
            description = "Named",
            content = @Content(schema = @Schema(implementation = RecordView.class)))
    public Response name(@Context Caller caller, NewDelegation one) {
        return members.created(
                () ->
                        delegations.name(
                                caller, one.center(), one.delegate(), one.from(), one.until()),
                id -> delegations.get(caller, id));
    }

    @POST
    @Path("/{id}/end")
    @Asks("change.read")
    @Operation(summary = "Ends a delegation; use /moves instead", deprecated = true)
    public Response end(@Context Caller caller, @PathParam("id") String id) {
        return moved(caller, id, Delegations.END);
    }
}
