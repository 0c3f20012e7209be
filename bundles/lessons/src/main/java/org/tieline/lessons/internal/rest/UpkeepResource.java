package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Repeated;
import org.tieline.api.lessons.DueLesson;
import org.tieline.api.lessons.LessonUpkeep;
import org.tieline.api.lessons.Lessons;
import org.tieline.lessons.internal.record.LessonFacts;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.Paging;
import org.tieline.rest.RestResource;
import org.tieline.rest.Versions;

/** Whether lessons still hold. */
@Component(service = RestResource.class)
@Path("/lesson-upkeep")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UpkeepResource implements RestResource {
    private final LessonUpkeep upkeep;
    private final Lessons lessons;

    @Activate
    public UpkeepResource(@Reference LessonUpkeep upkeep, @Reference Lessons lessons) {
        this.upkeep = upkeep;
        this.lessons = lessons;
    }

    @GET
    @Asks("lesson.read")
    @Operation(summary = "A center's published lessons due for review, the longest first")
    public Listing<DueLesson> due(
            @Context Caller caller, @QueryParam("center") String center, @BeanParam Paging paging) {
        return Listing.of(
                upkeep.due(
                        caller,
                        AdoptionResource.required(center),
                        LocalDate.now(ZoneOffset.UTC),
                        paging.page()),
                lesson -> lesson);
    }

    @GET
    @Path("/{id}")
    @Asks("lesson.read")
    @Operation(summary = "What readers say against a lesson; to its own center")
    public FeedbackView open(@Context Caller caller, @PathParam("id") String id) {
        return FeedbackView.of(upkeep.open(caller, id));
    }

    @POST
    @Path("/{id}/helped")
    @Asks("lesson.write")
    @Operation(summary = "Tells that a lesson helped; counts once for each person")
    @ApiResponse(responseCode = "204", description = "Told")
    public Response helped(
            @Context Caller caller, @PathParam("id") String id, FeedbackInput input) {
        return told(() -> upkeep.helped(caller, id, AdoptionResource.required(input.center())));
    }

    @POST
    @Path("/{id}/outdated")
    @Asks("lesson.write")
    @Operation(summary = "Tells the owner of a lesson that it is outdated")
    @ApiResponse(responseCode = "204", description = "Told")
    public Response outdated(
            @Context Caller caller, @PathParam("id") String id, FeedbackInput input) {
        return told(
                () ->
                        upkeep.outdated(
                                caller,
                                id,
                                AdoptionResource.required(input.center()),
                                input.reason().orElse("")));
    }

    private static Response told(Runnable telling) {
        try {
            telling.run();
        } catch (Repeated alreadyTold) {
            return Response.noContent().build();
        }
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}/still-holds")
    @Asks("lesson.review")
    @Operation(
            summary = "Says that a published lesson still holds",
            description =
                    "If-Match names the version that was read. Answers what readers say against it.")
    @ApiResponse(
            responseCode = "200",
            description = "The lesson as it is now",
            content = @Content(schema = @Schema(implementation = LessonView.class)))
    public Response stillHolds(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            HoldsInput input) {
        long read = Versions.required(version);
        return LessonResource.MEMBERS.done(
                () ->
                        upkeep.stillHolds(
                                caller, id, read, LessonFacts.date("reviewOn", input.reviewOn())),
                () -> lessons.get(caller, id));
    }
}
