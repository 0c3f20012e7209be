package org.tieline.discussion.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.discussion.Comment;
import org.tieline.api.discussion.Comments;
import org.tieline.rest.Asks;
import org.tieline.rest.Members;
import org.tieline.rest.RestResource;
import org.tieline.rest.Versions;

/** Comments. */
@Component(service = RestResource.class)
@Path("/comments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CommentResource implements RestResource {
    static final Members<Comment> MEMBERS =
            new Members<>(
                    ROOT + "/comments",
                    Comment::id,
                    comment -> OptionalLong.of(comment.version()),
                    CommentView::of);

    private final Comments comments;

    @Activate
    public CommentResource(@Reference Comments comments) {
        this.comments = comments;
    }

    @GET
    @Path("/{id}")
    @Asks("discussion.read")
    @Operation(summary = "One comment")
    @ApiResponse(
            responseCode = "200",
            description = "The comment",
            content = @Content(schema = @Schema(implementation = CommentView.class)))
    public Response get(
            @Context Caller caller, @Context Request request, @PathParam("id") String id) {
        return MEMBERS.read(request, comments.get(caller, id));
    }

    @PUT
    @Path("/{id}")
    @Asks("discussion.write")
    @Operation(summary = "Puts one's own comment differently")
    @ApiResponse(
            responseCode = "200",
            description = "The comment as it is now",
            content = @Content(schema = @Schema(implementation = CommentView.class)))
    public Response edit(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            CommentInput comment) {
        return MEMBERS.done(comments.edit(caller, id, Versions.required(version), comment.text()));
    }

    @POST
    @Path("/{id}/withdraw")
    @Asks("discussion.write")
    @Operation(summary = "Takes a comment back; one of others with discussion.moderate")
    @ApiResponse(
            responseCode = "200",
            description = "The comment as it is now",
            content = @Content(schema = @Schema(implementation = CommentView.class)))
    public Response withdraw(@Context Caller caller, @PathParam("id") String id) {
        return MEMBERS.done(() -> comments.withdraw(caller, id), () -> comments.get(caller, id));
    }
}
