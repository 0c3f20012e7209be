package org.tieline.lessons.internal.rest;

import static org.tieline.lessons.internal.record.LessonOperations.LESSON_WRITE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Center;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.lessons.LessonSource;
import org.tieline.core.access.ReachCheck;
import org.tieline.http.BodyLimit;
import org.tieline.lessons.internal.imports.AfterAction;
import org.tieline.lessons.internal.record.LessonDates;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.Query;
import org.tieline.rest.RestResource;

/** Drafts from the text of a hot wash or an after-action report. */
@Component(service = RestResource.class)
@Path("/lesson-after-action")
@Produces(MediaType.APPLICATION_JSON)
@BodyLimit(AfterAction.MAX_BYTES)
public final class AfterActionResource implements RestResource {
    private static final String MARKDOWN = "text/markdown";

    private final Access access;

    @Activate
    public AfterActionResource(@Reference Access access) {
        this.access = access;
    }

    @POST
    @Consumes({MediaType.TEXT_PLAIN, MARKDOWN})
    @Asks("lesson.write")
    @Operation(
            summary = "Finds what went well and what must improve in a text",
            description =
                    "Takes plain text or Markdown, of up to 500,000 characters. Nothing is kept:"
                            + " each of the drafts, at most 200, is what POST /lessons takes.")
    public Listing<NewLesson> drafts(
            @Context Caller caller,
            @QueryParam("center") String center,
            @Parameter(description = "exercise if left away") @QueryParam("source") String source,
            @Parameter(description = "Such as 2014-04-10, 2014-04 or 2014")
                    @QueryParam("happenedOn")
                    String happenedOn,
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = MediaType.TEXT_PLAIN,
                                        schema = @Schema(type = "string")),
                                @Content(mediaType = MARKDOWN, schema = @Schema(type = "string"))
                            })
                    byte[] content) {
        String id = AdoptionResource.required(center);
        access.require(caller, LESSON_WRITE, ReachCheck.center(id), Center.ref(id));
        LessonSource about =
                Query.oneOf(LessonSource.class, "source", source).orElse(LessonSource.EXERCISE);
        Optional<String> day = Query.given(happenedOn).map(String::strip);
        if (day.filter(text -> LessonDates.first(text).isEmpty()).isPresent()) {
            throw new Invalid(
                    new FieldError(
                            "happenedOn",
                            "must be a day, a month or a year, such as 2026-11-22, 2026-11 or"
                                    + " 2026"));
        }
        return Listing.of(
                new Page<>(AfterAction.found(AfterAction.text(content)), Optional.empty()),
                point -> NewLesson.of(id, point.draft(about, day)));
    }
}
