package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Repeated;
import org.tieline.http.BodyLimit;
import org.tieline.lessons.internal.imports.ImportFiles;
import org.tieline.lessons.internal.imports.ImportReport;
import org.tieline.lessons.internal.imports.LessonField;
import org.tieline.lessons.internal.imports.LessonImports;
import org.tieline.rest.Asks;
import org.tieline.rest.ColumnQuery;
import org.tieline.rest.Listing;
import org.tieline.rest.Members;
import org.tieline.rest.RestResource;

/** Taking in files of lessons. */
@Component(service = RestResource.class)
@Path(ImportResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@BodyLimit(ImportFiles.MAX_BYTES)
public final class ImportResource implements RestResource {
    static final String PATH = "/lesson-imports";
    private static final String CSV = "text/csv";

    private final LessonImports imports;
    private final ImportFiles files;

    @Activate
    public ImportResource(@Reference LessonImports imports, @Reference ImportFiles files) {
        this.imports = imports;
        this.files = files;
    }

    @GET
    @Asks("lesson.import")
    @Operation(summary = "A center's last imports, the latest first")
    public Listing<ImportReport> last(@Context Caller caller, @QueryParam("center") String center) {
        return Listing.of(
                new Page<>(
                        imports.last(caller, AdoptionResource.required(center)), Optional.empty()),
                report -> report);
    }

    @POST
    @Consumes(CSV)
    @Asks("lesson.import")
    @Operation(
            summary = "Begins to take in a file of comma-separated values, of up to 250 MiB",
            description =
                    "Answers at once; its address says how far it is. A row that was brought"
                            + " before is left as it is, so that a file can be sent again.")
    @ApiResponse(
            responseCode = "202",
            description = "Begun",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    public Response start(
            @Context Caller caller,
            @QueryParam("center") String center,
            @QueryParam("name") String name,
            @BeanParam ColumnQuery map,
            @BeanParam ImportQuery query,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = CSV,
                                            schema = @Schema(type = "string", format = "binary")))
                    InputStream content) {
        String wanted = AdoptionResource.required(center);
        imports.require(caller, wanted);
        String person = caller.actor().id();
        String upload = ImportFiles.fresh();
        files.save(person, upload, Optional.ofNullable(name).orElse("sent.csv"), content);
        try {
            Map<String, java.nio.file.Path> sent = files.files(person, upload);
            ImportReport run =
                    imports.start(
                            caller,
                            wanted,
                            sent,
                            query.mapping(
                                    map.mapping(LessonField.class, LessonImports.columns(sent))),
                            () -> files.delete(person, upload));
            return accepted(run).build();
        } catch (Repeated e) {
            files.delete(person, upload);
            return accepted(imports.get(caller, e.record().id()))
                    .header(Members.REPLAYED, true)
                    .build();
        } catch (RuntimeException e) {
            files.delete(person, upload);
            throw e;
        }
    }

    private static Response.ResponseBuilder accepted(ImportReport run) {
        return Response.accepted(run).header(HttpHeaders.LOCATION, ROOT + PATH + "/" + run.id());
    }

    @GET
    @Path("/{id}")
    @Asks("lesson.import")
    @Operation(summary = "How far an import is and what came of it")
    public ImportReport get(@Context Caller caller, @PathParam("id") String id) {
        return imports.get(caller, id);
    }

    @POST
    @Path("/{id}/undo")
    @Asks("lesson.import")
    @Operation(
            summary = "Takes a whole import back",
            description =
                    "Its lessons are deleted, except those that people have changed or noted on"
                            + " since. Answers at once.")
    @ApiResponse(
            responseCode = "202",
            description = "Begun",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    public Response undo(@Context Caller caller, @PathParam("id") String id) {
        try {
            return accepted(imports.undo(caller, id)).build();
        } catch (Repeated e) {
            return accepted(imports.get(caller, id)).build();
        }
    }
}
