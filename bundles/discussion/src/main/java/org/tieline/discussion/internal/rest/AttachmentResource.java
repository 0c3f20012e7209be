package org.tieline.discussion.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.discussion.Attachment;
import org.tieline.api.discussion.Attachments;
import org.tieline.discussion.internal.AttachmentConfig;
import org.tieline.http.BodyLimit;
import org.tieline.rest.Asks;
import org.tieline.rest.Members;
import org.tieline.rest.RestResource;

/** Files added to records. */
@Component(service = RestResource.class)
@Path("/attachments")
@Produces(MediaType.APPLICATION_JSON)
@BodyLimit(AttachmentConfig.CEILING)
public final class AttachmentResource implements RestResource {
    private static final Members<Attachment> MEMBERS =
            new Members<>(
                    ROOT + "/attachments",
                    Attachment::id,
                    attachment -> OptionalLong.empty(),
                    AttachmentView::of);

    private final Attachments attachments;

    @Activate
    public AttachmentResource(@Reference Attachments attachments) {
        this.attachments = attachments;
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Asks("discussion.write")
    @Operation(
            summary = "Adds a file to a record",
            description =
                    "The body is the file as it is. Its type is found out from its content; types"
                            + " and sizes that are not allowed are refused.")
    @ApiResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = AttachmentView.class)))
    public Response add(
            @Context Caller caller,
            @QueryParam("kind") String kind,
            @QueryParam("record") String record,
            @QueryParam("name") String name,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                                            schema = @Schema(type = "string", format = "binary")))
                    InputStream content) {
        RecordRef to = new RecordRef(given(kind), given(record));
        return MEMBERS.created(
                () -> added(caller, to, given(name), content), id -> attachments.get(caller, id));
    }

    private Attachment added(Caller caller, RecordRef to, String name, InputStream content) {
        try {
            return attachments.add(caller, to, name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String given(String value) {
        return Optional.ofNullable(value).orElse("");
    }

    @GET
    @Path("/{id}")
    @Asks("discussion.read")
    @Operation(summary = "What is known of a file")
    public AttachmentView get(@Context Caller caller, @PathParam("id") String id) {
        return AttachmentView.of(attachments.get(caller, id));
    }

    @GET
    @Path("/{id}/content")
    @Produces(MediaType.WILDCARD)
    @Asks("discussion.read")
    @Operation(summary = "The file itself")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = "string", format = "binary")))
    public Response content(@Context Caller caller, @PathParam("id") String id) {
        return Download.of(attachments.get(caller, id), attachments.open(caller, id));
    }

    @POST
    @Path("/{id}/remove")
    @Asks("discussion.write")
    @Operation(summary = "Removes a file for good; one of others with discussion.moderate")
    @ApiResponse(responseCode = "204", description = "Removed")
    public Response remove(@Context Caller caller, @PathParam("id") String id) {
        attachments.remove(caller, id);
        return Response.noContent().build();
    }
}
