package org.tieline.change.internal.rest;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Freeze;
import org.tieline.api.change.FreezeDraft;
import org.tieline.api.change.Freezes;
import org.tieline.api.change.Window;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.Members;
import org.tieline.rest.Paging;
import org.tieline.rest.RestResource;
import org.tieline.rest.Versions;

/** Freezes: times in which nothing is changed. */
@Component(service = RestResource.class)
@Path("/freezes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class FreezeResource implements RestResource {
    private static final Members<Freeze> MEMBERS =
            new Members<>(
                    ROOT + "/freezes",
                    Freeze::id,
                    freeze -> OptionalLong.of(freeze.version()),
                    FreezeView::of);

    private final Freezes freezes;

    @Activate
    public FreezeResource(@Reference Freezes freezes) {
        this.freezes = freezes;
    }

    /** A freeze in JSON. */
    @Schema(name = "Freeze")
    public record FreezeView(
            String id,
            @Schema(description = "Id of the center that is frozen; * for all") String center,
            String title,
            Instant start,
            Instant end,
            Optional<String> reason,
            @Schema(description = "When it was lifted") Optional<Instant> lifted,
            long version,
            Instant created,
            Instant updated) {
        static FreezeView of(Freeze freeze) {
            return new FreezeView(
                    freeze.id(),
                    freeze.center(),
                    freeze.facts().title(),
                    freeze.facts().window().start(),
                    freeze.facts().window().end(),
                    freeze.facts().reason(),
                    freeze.lifted(),
                    freeze.version(),
                    freeze.created(),
                    freeze.updated());
        }
    }

    /** A freeze to be set. */
    public record NewFreeze(
            @Schema(description = "Id of the center to be frozen; * for all") String center,
            @Schema(description = "What it is for: 1 to 200 characters") String title,
            Instant start,
            @Schema(description = "At most 92 days after the start") Instant end,
            @Schema(description = "Why, at most 1,000 characters") Optional<String> reason) {}

    /** What a freeze shall be from now on. */
    public record FreezeChange(
            @Schema(description = "What it is for: 1 to 200 characters") String title,
            Instant start,
            @Schema(description = "At most 92 days after the start") Instant end,
            @Schema(description = "Why, at most 1,000 characters") Optional<String> reason) {
        FreezeDraft draft() {
            List<FieldError> missing = new ArrayList<>();
            missing("title", title, missing);
            missing("start", start, missing);
            missing("end", end, missing);
            if (!missing.isEmpty()) {
                throw new Invalid(missing);
            }
            return new FreezeDraft(
                    title, new Window(start, end), reason.filter(text -> !text.isBlank()));
        }

        private static void missing(String field, Object value, List<FieldError> missing) {
            if (value == null) {
                missing.add(new FieldError(field, "must be given"));
            }
        }
    }

    @GET
    @Asks("freeze.read")
    @Operation(
            summary = "The freezes of a center and of all centers that are not over, by their end")
    public Listing<FreezeView> list(
            @Context Caller caller, @QueryParam("center") String center, @BeanParam Paging paging) {
        return Listing.of(freezes.list(caller, required(center), paging.page()), FreezeView::of);
    }

    private static String required(String center) {
        if (center == null || center.isBlank()) {
            throw new Invalid(
                    new FieldError("center", "must name the center, or be * for those of all"));
        }
        return center;
    }

    @POST
    @Asks("freeze.edit")
    @Operation(summary = "Sets a freeze; of all centers only who holds the role everywhere")
    @ApiResponse(
            responseCode = "201",
            description = "Set",
            content = @Content(schema = @Schema(implementation = FreezeView.class)))
    public Response create(@Context Caller caller, NewFreeze freeze) {
        FreezeDraft draft =
                new FreezeChange(freeze.title(), freeze.start(), freeze.end(), freeze.reason())
                        .draft();
        return MEMBERS.created(
                () -> freezes.create(caller, required(freeze.center()), draft),
                id -> freezes.get(caller, id));
    }

    @GET
    @Path("/{id}")
    @Asks("freeze.read")
    @Operation(summary = "One freeze")
    @ApiResponse(
            responseCode = "200",
            description = "The freeze",
            content = @Content(schema = @Schema(implementation = FreezeView.class)))
    public Response get(
            @Context Caller caller, @Context Request request, @PathParam("id") String id) {
        return MEMBERS.read(request, freezes.get(caller, id));
    }

    @PUT
    @Path("/{id}")
    @Asks("freeze.edit")
    @Operation(summary = "Changes a freeze; one that was lifted stands again")
    @ApiResponse(
            responseCode = "200",
            description = "The freeze as it is now",
            content = @Content(schema = @Schema(implementation = FreezeView.class)))
    public Response update(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            FreezeChange change) {
        return MEMBERS.done(freezes.update(caller, id, Versions.required(version), change.draft()));
    }

    @POST
    @Path("/{id}/lift")
    @Asks("freeze.edit")
    @Operation(summary = "Lifts a freeze")
    @ApiResponse(
            responseCode = "200",
            description = "The freeze as it is now",
            content = @Content(schema = @Schema(implementation = FreezeView.class)))
    public Response lift(@Context Caller caller, @PathParam("id") String id) {
        return MEMBERS.done(() -> freezes.lift(caller, id), () -> freezes.get(caller, id));
    }
}
