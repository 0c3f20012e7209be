package org.tieline.notices.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.notice.Notices;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.Paging;
import org.tieline.rest.RestResource;

/** What the caller was told. */
@Component(service = RestResource.class)
@Path("/notices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class NoticeResource implements RestResource {
    private final Notices notices;

    @Activate
    public NoticeResource(@Reference Notices notices) {
        this.notices = notices;
    }

    @GET
    @Asks("notice.read")
    @Operation(summary = "The caller's own notices, the latest first")
    public Listing<NoticeView> list(
            @Context Caller caller,
            @Parameter(description = "true for those only that were not read") @QueryParam("unread")
                    String unread,
            @BeanParam Paging paging) {
        return Listing.of(
                notices.list(caller, flag("unread", unread), paging.page()), NoticeView::of);
    }

    private static boolean flag(String name, String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw new Invalid(new FieldError(name, "must be true or false"));
    }

    @GET
    @Path("/unread")
    @Asks("notice.read")
    @Operation(summary = "How many notices the caller has not read")
    public UnreadView unread(@Context Caller caller) {
        return new UnreadView(notices.unread(caller));
    }

    @POST
    @Path("/{id}/read")
    @Asks("notice.read")
    @Operation(summary = "Marks one of the caller's notices as read")
    public NoticeView read(@Context Caller caller, @PathParam("id") String id) {
        return NoticeView.of(notices.read(caller, id));
    }

    @POST
    @Path("/read")
    @Asks("notice.read")
    @Operation(summary = "Marks all of the caller's notices as read")
    @ApiResponse(responseCode = "204", description = "Done")
    public Response readAll(@Context Caller caller) {
        notices.readAll(caller);
        return Response.noContent().build();
    }

    @GET
    @Path("/switches")
    @Asks("notice.read")
    @Operation(summary = "How the caller is told about each topic; machines are told nothing")
    public SwitchesView switches(@Context Caller caller) {
        return new SwitchesView(notices.switches(caller).stream().map(SwitchView::of).toList());
    }

    @PUT
    @Path("/switches/{topic}")
    @Asks("notice.read")
    @Operation(summary = "Says how the caller wants to be told about a topic")
    public SwitchView set(
            @Context Caller caller, @PathParam("topic") String topic, SwitchInput input) {
        return SwitchView.of(notices.set(caller, topic, input.shown(), input.mailed()));
    }
}
