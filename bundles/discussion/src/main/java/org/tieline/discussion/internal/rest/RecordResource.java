package org.tieline.discussion.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.discussion.Attachments;
import org.tieline.api.discussion.Comments;
import org.tieline.api.discussion.Watchers;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.Paging;
import org.tieline.rest.RestResource;

/** What goes with a record of any kind. */
@Component(service = RestResource.class)
@Path("/records/{kind}/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RecordResource implements RestResource {
    private final Comments comments;
    private final Attachments attachments;
    private final Watchers watchers;

    @Activate
    public RecordResource(
            @Reference Comments comments,
            @Reference Attachments attachments,
            @Reference Watchers watchers) {
        this.comments = comments;
        this.attachments = attachments;
        this.watchers = watchers;
    }

    @GET
    @Path("/comments")
    @Asks("discussion.read")
    @Operation(summary = "The comments on a record, the latest first")
    public Listing<CommentView> comments(
            @Context Caller caller,
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @BeanParam Paging paging) {
        return Listing.of(
                comments.list(caller, new RecordRef(kind, id), paging.page()), CommentView::of);
    }

    @POST
    @Path("/comments")
    @Asks("discussion.write")
    @Operation(summary = "Comments on a record")
    @ApiResponse(
            responseCode = "201",
            description = "Written",
            content = @Content(schema = @Schema(implementation = CommentView.class)))
    public Response comment(
            @Context Caller caller,
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            CommentInput comment) {
        return CommentResource.MEMBERS.created(
                () -> comments.write(caller, new RecordRef(kind, id), comment.text()),
                made -> comments.get(caller, made));
    }

    @GET
    @Path("/attachments")
    @Asks("discussion.read")
    @Operation(summary = "The files of a record, the latest first")
    public Listing<AttachmentView> attachments(
            @Context Caller caller,
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @BeanParam Paging paging) {
        return Listing.of(
                attachments.list(caller, new RecordRef(kind, id), paging.page()),
                AttachmentView::of);
    }

    @GET
    @Path("/watching")
    @Asks("discussion.read")
    @Operation(summary = "Whether the caller watches a record, and how many people do")
    public WatchingView watching(
            @Context Caller caller, @PathParam("kind") String kind, @PathParam("id") String id) {
        return WatchingView.of(watchers.get(caller, new RecordRef(kind, id)));
    }

    @PUT
    @Path("/watching")
    @Asks("discussion.read")
    @Operation(summary = "Watches a record from now on; for people, not for machines")
    public WatchingView watch(
            @Context Caller caller, @PathParam("kind") String kind, @PathParam("id") String id) {
        return WatchingView.of(watchers.watch(caller, new RecordRef(kind, id)));
    }

    @DELETE
    @Path("/watching")
    @Asks("discussion.read")
    @Operation(summary = "Stops watching a record")
    public WatchingView unwatch(
            @Context Caller caller, @PathParam("kind") String kind, @PathParam("id") String id) {
        return WatchingView.of(watchers.unwatch(caller, new RecordRef(kind, id)));
    }
}
