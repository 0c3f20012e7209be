package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
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
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Repeated;
import org.tieline.api.lessons.AdoptionStage;
import org.tieline.api.lessons.Adoptions;
import org.tieline.core.record.EnumNames;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.Paging;
import org.tieline.rest.RestResource;

/** What centers make of the lessons of others. */
@Component(service = RestResource.class)
@Path("/lesson-adoptions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AdoptionResource implements RestResource {
    private final Adoptions adoptions;

    @Activate
    public AdoptionResource(@Reference Adoptions adoptions) {
        this.adoptions = adoptions;
    }

    @GET
    @Asks("lesson.read")
    @Operation(
            summary = "A center's adoption board",
            description =
                    "The stage is one of undecided (if left away), in-progress, done, rejected.")
    public Listing<BoardView> board(
            @Context Caller caller,
            @QueryParam("center") String center,
            @QueryParam("stage") String stage,
            @BeanParam Paging paging) {
        return Listing.of(
                adoptions.board(caller, required(center), stage(stage), paging.page()),
                BoardView::of);
    }

    private static AdoptionStage stage(String name) {
        return name == null
                ? AdoptionStage.UNDECIDED
                : EnumNames.find(AdoptionStage.values(), name)
                        .orElseThrow(
                                () ->
                                        new Invalid(
                                                new FieldError(
                                                        "stage",
                                                        "must be one of undecided, in-progress,"
                                                                + " done, rejected")));
    }

    static String required(String center) {
        return Optional.ofNullable(center)
                .filter(id -> !id.isBlank())
                .orElseThrow(() -> new Invalid(new FieldError("center", "must name a center")));
    }

    @GET
    @Path("/{id}")
    @Asks("lesson.read")
    @Operation(summary = "What the caller's centers make of a lesson")
    public Listing<AdoptionView> list(
            @Context Caller caller, @PathParam("id") String id, @BeanParam Paging paging) {
        return Listing.of(adoptions.list(caller, id, paging.page()), AdoptionView::of);
    }

    @POST
    @Path("/{id}")
    @Asks("lesson.adopt")
    @Operation(summary = "Says what a center makes of a lesson, and later what came of it")
    public AdoptionView decide(
            @Context Caller caller, @PathParam("id") String id, AdoptionInput input) {
        String center = required(input.center());
        try {
            return AdoptionView.of(
                    adoptions.decide(
                            caller, id, center, input.version().orElse(0L), input.draft()));
        } catch (Repeated e) {
            return adoptions
                    .list(caller, id, new PageRequest(PageRequest.MAX_LIMIT, Optional.empty()))
                    .items()
                    .stream()
                    .filter(one -> one.center().equals(center))
                    .map(AdoptionView::of)
                    .findFirst()
                    .orElseThrow(() -> e);
        }
    }

    @GET
    @Path("/{id}/standing")
    @Asks("lesson.read")
    @Operation(summary = "Where a lesson is used and what came of it, as far as others may know")
    public StandingView standing(@Context Caller caller, @PathParam("id") String id) {
        return StandingView.of(adoptions.standing(caller, id));
    }

    @POST
    @Path("/{id}/promote")
    @Asks("lesson.promote")
    @Operation(summary = "Makes a lesson a best practice, once it helped three centers")
    public StandingView promote(@Context Caller caller, @PathParam("id") String id) {
        try {
            return StandingView.of(adoptions.promote(caller, id));
        } catch (Repeated e) {
            return StandingView.of(adoptions.standing(caller, id));
        }
    }
}
