package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.OperationSet;
import org.tieline.api.access.Reach;
import org.tieline.api.error.Forbidden;
import org.tieline.core.access.PlatformOperations;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.RestResource;

/** What can be done, for giving tokens their scopes. */
@Component
@Path("/operations")
@Produces(MediaType.APPLICATION_JSON)
public final class OperationResource implements RestResource {
    private final Access access;

    @Reference(policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<OperationSet> sets;

    @Activate
    public OperationResource(@Reference Access access) {
        this.access = access;
    }

    OperationResource(Access access, List<OperationSet> sets) {
        this(access);
        this.sets = sets;
    }

    @GET
    @Asks("operations.read")
    @Operation(summary = "Every operation there is at the moment, by name; all on one page")
    public Listing<OperationView> list(@Context Caller caller) {
        Reach reach = access.reach(caller, PlatformOperations.OPERATIONS_READ);
        if (!reach.everywhere() && reach.centers().isEmpty()) {
            throw new Forbidden(PlatformOperations.OPERATIONS_READ);
        }
        return new Listing<>(
                sets.stream()
                        .flatMap(set -> set.operations().stream())
                        .map(OperationView::of)
                        .sorted(Comparator.comparing(OperationView::name))
                        .toList(),
                Optional.empty());
    }
}
