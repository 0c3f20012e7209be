package org.tieline.change.internal.rest;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Repeated;
import org.tieline.change.internal.calendar.FeedServlet;
import org.tieline.change.internal.calendar.Feeds;
import org.tieline.core.feed.SecretAddress;
import org.tieline.rest.Asks;
import org.tieline.rest.Members;
import org.tieline.rest.RestResource;

/** The caller's own secret addresses of the calendar. */
@Component(service = RestResource.class)
@Path("/calendar-feeds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class FeedResource implements RestResource {
    private final Feeds feeds;

    @Activate
    public FeedResource(@Reference Feeds feeds) {
        this.feeds = feeds;
    }

    /** An address, without its secret. */
    @Schema(name = "CalendarFeed")
    public record FeedView(String id, String center, String name, Instant created) {
        static FeedView of(SecretAddress feed) {
            return new FeedView(feed.id(), feed.center(), feed.name(), feed.created());
        }
    }

    /** The caller's addresses. */
    @Schema(name = "CalendarFeeds")
    public record FeedsView(List<FeedView> items) {}

    /** An address to be made. */
    @Schema(name = "NewCalendarFeed")
    public record NewFeed(
            @Schema(description = "Id of the center") String center,
            @Schema(description = "What it is for, 1 to 120 characters") String name) {}

    /** A new address; it is told only once. */
    @Schema(name = "CalendarFeedAddress")
    public record Address(
            @Schema(description = "What follows the server's name") Optional<String> path) {}

    @GET
    @Asks("calendar.feed")
    @Operation(summary = "The caller's own addresses of the calendar")
    public FeedsView list(@Context Caller caller) {
        return new FeedsView(feeds.own(caller).stream().map(FeedView::of).toList());
    }

    @POST
    @Asks("calendar.feed")
    @Operation(summary = "Makes an address; for people only, as it shows what its owner may see")
    @ApiResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = Address.class)))
    public Response create(@Context Caller caller, NewFeed feed) {
        if (feed.center() == null) {
            throw new Invalid(new FieldError("center", "must be given"));
        }
        String name = feed.name() == null ? "" : feed.name();
        try {
            String secret = feeds.create(caller, feed.center(), name);
            return made(new Address(Optional.of(FeedServlet.address(secret)))).build();
        } catch (Repeated e) {
            return made(new Address(Optional.empty())).header(Members.REPLAYED, true).build();
        }
    }

    private static Response.ResponseBuilder made(Address address) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(address);
    }

    @POST
    @Path("/{id}/revoke")
    @Asks("calendar.feed")
    @Operation(summary = "Takes an address back")
    @ApiResponse(responseCode = "204", description = "Taken back")
    public Response revoke(@Context Caller caller, @PathParam("id") String id) {
        feeds.revoke(caller, id);
        return Response.noContent().build();
    }
}
