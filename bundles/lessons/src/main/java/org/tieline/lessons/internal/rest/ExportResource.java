package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.lessons.internal.pack.OfflinePacks;
import org.tieline.lessons.internal.pack.PackQuery;
import org.tieline.rest.Asks;
import org.tieline.rest.RestResource;

/** The lessons that the caller sees, as a file. */
@Component(service = RestResource.class)
@Path("/lesson-export")
public final class ExportResource implements RestResource {
    private final LessonExport export;
    private final OfflinePacks packs;

    @Activate
    public ExportResource(@Reference LessonExport export, @Reference OfflinePacks packs) {
        this.export = export;
        this.packs = packs;
    }

    @GET
    @Path("/csv")
    @Produces("text/csv;charset=UTF-8")
    @Asks("lesson.read")
    @Operation(summary = "The lessons within reach as comma-separated values, as a stream")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    public Response csv(@Context Caller caller, @BeanParam LessonQuery query) {
        LessonFilter filter = query.filter();
        export.require(caller);
        return file("lessons.csv", out -> export.csv(caller, filter, out));
    }

    @GET
    @Path("/json")
    @Produces(MediaType.APPLICATION_JSON)
    @Asks("lesson.read")
    @Operation(summary = "The lessons within reach as one JSON array, as a stream")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = LessonView.class))))
    public Response json(@Context Caller caller, @BeanParam LessonQuery query) {
        LessonFilter filter = query.filter();
        export.require(caller);
        return file("lessons.json", out -> export.json(caller, filter, out));
    }

    @GET
    @Path("/pack")
    @Produces("text/html;charset=UTF-8")
    @Asks("lesson.read")
    @Operation(
            summary = "Lessons and fallback procedures as one page for when the server is off",
            description =
                    "Holds the lessons named, and those of the categories and the topic; all"
                            + " published ones if none of these is given. As a stream.")
    @ApiResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = "text/html", schema = @Schema(type = "string")))
    public Response pack(@Context Caller caller, @BeanParam PackQuery query) {
        String center = AdoptionResource.required(query.center().orElse(null));
        return file("lessons-offline.html", packs.pack(caller, query.of(center)));
    }

    private static Response file(String name, StreamingOutput content) {
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
