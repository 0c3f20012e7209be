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
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeRuns;
import org.tieline.api.change.Changes;
import org.tieline.change.internal.lesson.ChangeLessons;
import org.tieline.change.internal.lifecycle.Bulk;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.Members;
import org.tieline.rest.Paging;
import org.tieline.rest.RestResource;
import org.tieline.rest.Versions;

/** The changes. */
@Component(service = RestResource.class)
@Path("/changes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ChangeResource implements RestResource {
    private static final Members<Change> MEMBERS =
            new Members<>(
                    ROOT + "/changes",
                    Change::id,
                    change -> OptionalLong.of(change.version()),
                    ChangeView::of);

    private final Changes changes;
    private final ChangeRuns runs;
    private final ChangeLessons lessons;
    private final Bulk bulk;

    @Activate
    public ChangeResource(
            @Reference Changes changes,
            @Reference ChangeRuns runs,
            @Reference ChangeLessons lessons,
            @Reference Bulk bulk) {
        this.changes = changes;
        this.runs = runs;
        this.lessons = lessons;
        this.bulk = bulk;
    }

    @GET
    @Asks("change.read")
    @Operation(summary = "The changes within reach, newest first or by their windows")
    public Listing<EntryView> list(
            @Context Caller caller, @BeanParam ChangeQuery query, @BeanParam Paging paging) {
        return Listing.of(changes.list(caller, query.filter(), paging.page()), EntryView::of);
    }

    @POST
    @Asks("change.draft")
    @Operation(summary = "Writes a change, as a draft")
    @ApiResponse(
            responseCode = "201",
            description = "Written",
            content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Response create(@Context Caller caller, ChangeBody change) {
        return MEMBERS.created(
                () -> changes.create(caller, change.home(), change.draft()),
                id -> changes.get(caller, id));
    }

    @POST
    @Path("/preview")
    @Asks("change.read")
    @Operation(summary = "Says what a change would mean if it were saved now")
    public PreviewView preview(
            @Context Caller caller, @QueryParam("id") String id, ChangeBody change) {
        return PreviewView.of(
                changes.preview(caller, change.home(), ChangeQuery.given(id), change.draft()));
    }

    @GET
    @Path("/{id}")
    @Asks("change.read")
    @Operation(summary = "One change")
    @ApiResponse(
            responseCode = "200",
            description = "The change",
            content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Response get(
            @Context Caller caller, @Context Request request, @PathParam("id") String id) {
        return MEMBERS.read(request, changes.get(caller, id));
    }

    @PUT
    @Path("/{id}")
    @Asks("change.draft")
    @Operation(
            summary =
                    "Changes a change; asks for change.plan once it was submitted, and for approval"
                            + " again if what was approved is changed")
    @ApiResponse(
            responseCode = "200",
            description = "The change as it is now",
            content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Response update(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            ChangeBody change) {
        return MEMBERS.done(
                () ->
                        changes.update(
                                caller,
                                id,
                                Versions.required(version),
                                change.draft(),
                                change.conflictReason()),
                () -> changes.get(caller, id));
    }

    @GET
    @Path("/{id}/moves")
    @Asks("change.read")
    @Operation(summary = "The moves that the caller may make, and what is missing for each")
    public Requests.OptionsView moves(@Context Caller caller, @PathParam("id") String id) {
        return new Requests.OptionsView(
                changes.moves(caller, id).stream().map(Requests.OptionView::of).toList());
    }

    @POST
    @Path("/{id}/moves")
    @Asks("change.read")
    @Operation(
            summary =
                    "Moves a change on in its life; which right that asks for depends on the move")
    @ApiResponse(
            responseCode = "200",
            description = "The change as it is now",
            content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Response move(
            @Context Caller caller, @PathParam("id") String id, Requests.MoveBody move) {
        return MEMBERS.done(
                () -> changes.move(caller, id, move.request()), () -> changes.get(caller, id));
    }

    @POST
    @Path("/moves")
    @Asks("change.read")
    @Operation(
            summary =
                    "Makes one move on several changes, each by its own rules, and says what became"
                            + " of each")
    public Requests.BulkView bulk(@Context Caller caller, Requests.BulkBody body) {
        return Requests.BulkView.of(bulk.move(caller, body.ids(), body.request()));
    }

    @POST
    @Path("/{id}/votes")
    @Asks("change.vote")
    @Operation(summary = "Votes on a change")
    @ApiResponse(
            responseCode = "200",
            description = "The change as it is now",
            content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Response vote(
            @Context Caller caller, @PathParam("id") String id, Requests.VoteBody vote) {
        return MEMBERS.done(
                () ->
                        changes.vote(
                                caller,
                                id,
                                vote.round(),
                                vote.standsFor(),
                                vote.choice(),
                                vote.reason()),
                () -> changes.get(caller, id));
    }

    @POST
    @Path("/{id}/steps/{step}")
    @Asks("change.run")
    @Operation(summary = "Says how far a step is")
    @ApiResponse(
            responseCode = "200",
            description = "The change as it is now",
            content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Response step(
            @Context Caller caller,
            @PathParam("id") String id,
            @PathParam("step") String step,
            Requests.StepResult result) {
        return MEMBERS.done(
                () -> runs.step(caller, id, step, result.state(), result.at(), result.result()),
                () -> changes.get(caller, id));
    }

    @POST
    @Path("/{id}/evidence")
    @Asks("change.run")
    @Operation(summary = "Records a test call")
    @ApiResponse(
            responseCode = "200",
            description = "The change as it is now",
            content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Response testCall(
            @Context Caller caller, @PathParam("id") String id, Requests.NewTestCall call) {
        return MEMBERS.done(
                () -> runs.testCall(caller, id, call.path(), call.passed(), call.at(), call.note()),
                () -> changes.get(caller, id));
    }

    @POST
    @Path("/{id}/lesson")
    @Asks("change.close")
    @Operation(summary = "Makes a draft of a lesson of what the review says was learned")
    public Requests.LessonMade lesson(@Context Caller caller, @PathParam("id") String id) {
        return new Requests.LessonMade(lessons.draft(caller, id));
    }

    @PUT
    @Path("/{id}/review")
    @Asks("change.close")
    @Operation(summary = "Writes the review of a change")
    @ApiResponse(
            responseCode = "200",
            description = "The change as it is now",
            content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Response review(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            Requests.ReviewBody review) {
        return MEMBERS.done(
                () -> changes.review(caller, id, Versions.required(version), review.draft()),
                () -> changes.get(caller, id));
    }
}
