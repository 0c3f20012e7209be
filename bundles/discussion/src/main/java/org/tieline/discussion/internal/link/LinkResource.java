package org.tieline.discussion.internal.link;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.link.Links;
import org.tieline.api.link.RecordLink;
import org.tieline.api.link.Relation;
import org.tieline.rest.Asks;
import org.tieline.rest.Members;
import org.tieline.rest.RestResource;

/** Links between records of any kind. */
@Component(service = RestResource.class)
@Path("/links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LinkResource implements RestResource {
    private static final Members<RecordLink> MEMBERS =
            new Members<>(
                    ROOT + "/links", RecordLink::id, link -> OptionalLong.empty(), LinkView::of);

    private final Links links;

    /** The links of a record. */
    record LinkList(List<LinkView> items) {}

    /** A link to be made. */
    record NewLink(LinkView.End from, Relation relation, LinkView.End to) {}

    @Activate
    public LinkResource(@Reference Links links) {
        this.links = links;
    }

    @GET
    @Asks("discussion.read")
    @Operation(summary = "The links of a record, of both directions, the latest first; at most 200")
    public LinkList of(
            @Context Caller caller,
            @QueryParam("kind") String kind,
            @QueryParam("record") String record) {
        RecordRef of =
                new RecordRef(
                        Optional.ofNullable(kind).orElse(""),
                        Optional.ofNullable(record).orElse(""));
        return new LinkList(
                links.of(caller, of).stream().map(linked -> LinkView.of(linked.link())).toList());
    }

    @POST
    @Asks("discussion.write")
    @Operation(summary = "Links a record to another that the caller sees")
    @ApiResponse(
            responseCode = "201",
            description = "Linked",
            content = @Content(schema = @Schema(implementation = LinkView.class)))
    public Response link(@Context Caller caller, NewLink link) {
        List<FieldError> faults = new ArrayList<>();
        RecordRef from = end("from", link.from(), faults);
        RecordRef to = end("to", link.to(), faults);
        if (link.relation() == null) {
            faults.add(new FieldError("relation", "must be given"));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return MEMBERS.created(
                () -> links.link(caller, from, link.relation(), to), id -> links.get(caller, id));
    }

    private static RecordRef end(String name, LinkView.End end, List<FieldError> faults) {
        if (end == null || end.kind() == null || end.id() == null) {
            faults.add(new FieldError(name, "must have a kind and an id"));
            return null;
        }
        return new RecordRef(end.kind(), end.id());
    }

    @GET
    @Path("/{id}")
    @Asks("discussion.read")
    @Operation(summary = "One link")
    public LinkView get(@Context Caller caller, @PathParam("id") String id) {
        return LinkView.of(links.get(caller, id));
    }

    @POST
    @Path("/{id}/remove")
    @Asks("discussion.write")
    @Operation(summary = "Takes a link away")
    @ApiResponse(responseCode = "204", description = "Removed")
    public Response remove(@Context Caller caller, @PathParam("id") String id) {
        links.unlink(caller, id);
        return Response.noContent().build();
    }
}
