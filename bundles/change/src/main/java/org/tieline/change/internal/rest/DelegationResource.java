package org.tieline.change.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Delegation;
import org.tieline.api.change.Delegations;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.rest.Asks;
import org.tieline.rest.RestResource;

/** Who votes on changes in whose place. */
@Component(service = RestResource.class)
@Path("/change-delegations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DelegationResource implements RestResource {
    private final Delegations delegations;

    @Activate
    public DelegationResource(@Reference Delegations delegations) {
        this.delegations = delegations;
    }

    /** Somebody who votes in the place of another. */
    @Schema(name = "ChangeDelegation")
    public record DelegationView(
            String id,
            String center,
            WhoView holder,
            WhoView delegate,
            Instant from,
            Instant until,
            @Schema(description = "When it was ended early") Optional<Instant> ended) {
        static DelegationView of(Delegation one) {
            return new DelegationView(
                    one.id(),
                    one.center(),
                    WhoView.of(one.holder()),
                    WhoView.of(one.delegate()),
                    one.from(),
                    one.until(),
                    one.ended());
        }
    }

    /** A delegate to be named. */
    @Schema(name = "NewChangeDelegation")
    public record NewDelegation(
            @Schema(description = "Id of the center") String center,
            @Schema(description = "Sign-in name of the delegate") String delegate,
            Instant from,
            @Schema(description = "At most 92 days later") Instant until) {
        void requireAll() {
            List<FieldError> missing = new ArrayList<>();
            missing("center", center, missing);
            missing("delegate", delegate, missing);
            missing("from", from, missing);
            missing("until", until, missing);
            if (!missing.isEmpty()) {
                throw new Invalid(missing);
            }
        }

        private static void missing(String field, Object value, List<FieldError> missing) {
            if (value == null) {
                missing.add(new FieldError(field, "must be given"));
            }
        }
    }

    /** Those that are not over. */
    @Schema(name = "ChangeDelegations")
    public record DelegationsView(List<DelegationView> items) {
        static DelegationsView of(List<Delegation> all) {
            return new DelegationsView(all.stream().map(DelegationView::of).toList());
        }
    }

    @GET
    @Asks("change.read")
    @Operation(
            summary = "Delegates of a center; without a center those whom the caller named or is")
    public DelegationsView list(@Context Caller caller, @QueryParam("center") String center) {
        return DelegationsView.of(
                center == null || center.isBlank()
                        ? delegations.own(caller)
                        : delegations.of(caller, center));
    }

    @POST
    @Asks("change.vote")
    @Operation(summary = "Names a delegate for the caller's own votes")
    @ApiResponse(
            responseCode = "201",
            description = "Named",
            content = @Content(schema = @Schema(implementation = DelegationView.class)))
    public Response name(@Context Caller caller, NewDelegation one) {
        one.requireAll();
        Delegation named =
                delegations.name(caller, one.center(), one.delegate(), one.from(), one.until());
        return Response.status(Response.Status.CREATED).entity(DelegationView.of(named)).build();
    }

    @POST
    @Path("/{id}/end")
    @Asks("change.read")
    @Operation(summary = "Ends a delegation: one's own, or as the center's manager any")
    public DelegationView end(@Context Caller caller, @PathParam("id") String id) {
        return DelegationView.of(delegations.end(caller, id));
    }
}
