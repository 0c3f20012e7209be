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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonMove;
import org.tieline.api.lessons.Lessons;
import org.tieline.api.record.MoveOption;
import org.tieline.lessons.internal.record.LessonFacts;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.Members;
import org.tieline.rest.Paging;
import org.tieline.rest.RestResource;
import org.tieline.rest.Versions;

/** Lessons learned. */
@Component(service = RestResource.class)
@Path("/lessons")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LessonResource implements RestResource {
    static final Members<Lesson> MEMBERS =
            new Members<>(
                    ROOT + "/lessons",
                    Lesson::id,
                    lesson -> OptionalLong.of(lesson.version()),
                    LessonView::of);

    private static final String INSTEAD = "POST /lessons/{id}/moves does the same.";

    private final Lessons lessons;

    @Activate
    public LessonResource(@Reference Lessons lessons) {
        this.lessons = lessons;
    }

    @GET
    @Asks("lesson.read")
    @Operation(summary = "The lessons within reach, those changed last first")
    public Listing<EntryView> list(
            @Context Caller caller, @BeanParam LessonQuery query, @BeanParam Paging paging) {
        return Listing.of(lessons.list(caller, query.filter(), paging.page()), EntryView::of);
    }

    @POST
    @Asks("lesson.write")
    @Operation(summary = "Writes a draft")
    @ApiResponse(
            responseCode = "201",
            description = "Written",
            content = @Content(schema = @Schema(implementation = LessonView.class)))
    public Response create(@Context Caller caller, NewLesson lesson) {
        return MEMBERS.created(
                () -> lessons.create(caller, lesson.center(), lesson.draft()),
                id -> lessons.get(caller, id));
    }

    @GET
    @Path("/{id}")
    @Asks("lesson.read")
    @Operation(summary = "One lesson, as the caller's centers see it")
    @ApiResponse(
            responseCode = "200",
            description = "The lesson",
            content = @Content(schema = @Schema(implementation = LessonView.class)))
    public Response get(
            @Context Caller caller, @Context Request request, @PathParam("id") String id) {
        return MEMBERS.read(request, lessons.get(caller, id));
    }

    @PUT
    @Path("/{id}")
    @Asks("lesson.write")
    @Operation(
            summary = "Changes a lesson and makes it a draft",
            description = "Others go on seeing it as it was published last.")
    @ApiResponse(
            responseCode = "200",
            description = "The lesson as it is now",
            content = @Content(schema = @Schema(implementation = LessonView.class)))
    public Response update(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            LessonFacts facts) {
        return MEMBERS.done(lessons.update(caller, id, Versions.required(version), facts.draft()));
    }

    /** The moves that the caller may make. */
    @Schema(name = "LessonMoves")
    public record Moves(List<MoveOption> items) {}

    /** A move to be made. */
    @Schema(name = "LessonMove")
    public record MoveInput(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) LessonMove move,
            @Schema(description = "Why it is given back or retired, 1 to 1,000 characters")
                    Optional<String> reason) {
        ReasonInput why() {
            return new ReasonInput(reason.orElse(""));
        }
    }

    @GET
    @Path("/{id}/moves")
    @Asks("lesson.read")
    @Operation(summary = "The moves that the caller may make from where the lesson is")
    public Moves moves(@Context Caller caller, @PathParam("id") String id) {
        return new Moves(lessons.moves(caller, id));
    }

    @POST
    @Path("/{id}/moves")
    @Asks("lesson.write")
    @Operation(
            summary = "Moves a lesson on in its life",
            description =
                    "To give it back, publish or retire it asks for lesson.review. To publish it, If-Match"
                            + " names the version that was read; for other centers it asks for lesson.share"
                            + " too, and that every finding is decided on.")
    @ApiResponse(
            responseCode = "200",
            description = "The lesson as it is now",
            content = @Content(schema = @Schema(implementation = LessonView.class)))
    public Response move(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            MoveInput input) {
        if (input.move() == null) {
            throw new Invalid(
                    new FieldError("move", "must be submit, give-back, publish or retire"));
        }
        return switch (input.move()) {
            case SUBMIT -> submit(caller, id);
            case GIVE_BACK -> giveBack(caller, id, input.why());
            case PUBLISH -> publish(caller, id, version);
            case RETIRE -> retire(caller, id, input.why());
        };
    }

    @POST
    @Path("/{id}/submit")
    @Asks("lesson.write")
    @Operation(summary = "Hands a draft to the reviewers", deprecated = true, description = INSTEAD)
    @ApiResponse(
            responseCode = "200",
            description = "The lesson as it is now",
            content = @Content(schema = @Schema(implementation = LessonView.class)))
    public Response submit(@Context Caller caller, @PathParam("id") String id) {
        return MEMBERS.done(() -> lessons.submit(caller, id), () -> lessons.get(caller, id));
    }

    @POST
    @Path("/{id}/give-back")
    @Asks("lesson.review")
    @Operation(
            summary = "Gives a lesson back to who wrote it",
            deprecated = true,
            description = INSTEAD)
    @ApiResponse(
            responseCode = "200",
            description = "The lesson as it is now",
            content = @Content(schema = @Schema(implementation = LessonView.class)))
    public Response giveBack(
            @Context Caller caller, @PathParam("id") String id, ReasonInput reason) {
        return MEMBERS.done(
                () -> lessons.giveBack(caller, id, reason.reason()), () -> lessons.get(caller, id));
    }

    @POST
    @Path("/{id}/publish")
    @Asks("lesson.review")
    @Operation(
            summary = "Publishes a lesson that somebody else wrote",
            deprecated = true,
            description =
                    INSTEAD
                            + " If-Match names the version that was read. For other centers it asks for"
                            + " lesson.share too, and that every finding is decided on.")
    @ApiResponse(
            responseCode = "200",
            description = "The lesson as it is now",
            content = @Content(schema = @Schema(implementation = LessonView.class)))
    public Response publish(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version) {
        long read = Versions.required(version);
        return MEMBERS.done(() -> lessons.publish(caller, id, read), () -> lessons.get(caller, id));
    }

    @POST
    @Path("/{id}/retire")
    @Asks("lesson.review")
    @Operation(
            summary = "Retires a lesson that is outdated",
            deprecated = true,
            description = INSTEAD)
    @ApiResponse(
            responseCode = "200",
            description = "The lesson as it is now",
            content = @Content(schema = @Schema(implementation = LessonView.class)))
    public Response retire(@Context Caller caller, @PathParam("id") String id, ReasonInput reason) {
        return MEMBERS.done(
                () -> lessons.retire(caller, id, reason.reason()), () -> lessons.get(caller, id));
    }

    @GET
    @Path("/{id}/versions")
    @Asks("lesson.read")
    @Operation(summary = "All that the lesson ever said, the latest first; to its own center")
    public Listing<VersionView> versions(
            @Context Caller caller, @PathParam("id") String id, @BeanParam Paging paging) {
        return Listing.of(lessons.versions(caller, id, paging.page()), VersionView::of);
    }

    @GET
    @Path("/{id}/findings")
    @Asks("lesson.read")
    @Operation(summary = "What may have to stay in the center, in the order of reading")
    public FindingsView findings(@Context Caller caller, @PathParam("id") String id) {
        return FindingsView.of(lessons.findings(caller, id));
    }

    @POST
    @Path("/{id}/findings")
    @Asks("lesson.share")
    @Operation(summary = "Decides on a passage, wherever it stands in the lesson")
    public FindingsView decide(
            @Context Caller caller, @PathParam("id") String id, DecisionInput input) {
        lessons.decide(caller, id, input.kind(), input.text(), input.decision());
        return FindingsView.of(lessons.findings(caller, id));
    }

    @GET
    @Path("/{id}/notes")
    @Asks("lesson.read")
    @Operation(summary = "What the caller's centers noted on it, the latest first")
    public Listing<NoteView> notes(
            @Context Caller caller, @PathParam("id") String id, @BeanParam Paging paging) {
        return Listing.of(lessons.notes(caller, id, paging.page()), NoteView::of);
    }

    @POST
    @Path("/{id}/notes")
    @Asks("lesson.write")
    @Operation(summary = "Adds a note that only its center sees")
    public NoteView note(@Context Caller caller, @PathParam("id") String id, NoteInput note) {
        return NoteView.of(lessons.note(caller, id, note.center(), note.text()));
    }
}
