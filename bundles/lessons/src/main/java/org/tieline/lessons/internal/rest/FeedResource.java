package org.tieline.lessons.internal.rest;

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
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Repeated;
import org.tieline.lessons.internal.feed.FeedFilter;
import org.tieline.lessons.internal.feed.Followed;
import org.tieline.lessons.internal.feed.LessonFeedServlet;
import org.tieline.lessons.internal.feed.LessonFeeds;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.Members;
import org.tieline.rest.RestResource;

/** What the caller follows. */
@Component(service = RestResource.class)
@Path("/lesson-feeds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class FeedResource implements RestResource {
    private final LessonFeeds feeds;

    @Activate
    public FeedResource(@Reference LessonFeeds feeds) {
        this.feeds = feeds;
    }

    /** What somebody follows, without its secret. */
    @Schema(name = "LessonFeed")
    public record FeedView(
            String id,
            String center,
            String name,
            Optional<String> words,
            Optional<String> topic,
            Optional<String> system,
            Optional<String> vendor,
            boolean digest,
            @Schema(description = "Up to when its owner was told") Instant told) {
        static FeedView of(Followed followed) {
            FeedFilter feedFilter = followed.interest();
            return new FeedView(
                    followed.id(),
                    followed.center(),
                    followed.name(),
                    given(feedFilter.words()),
                    given(feedFilter.topic()),
                    given(feedFilter.system()),
                    given(feedFilter.vendor()),
                    followed.digest(),
                    followed.told());
        }

        private static Optional<String> given(String part) {
            return Optional.of(part).filter(text -> !text.isEmpty());
        }
    }

    /** Lessons to be followed. */
    @Schema(name = "NewLessonFeed")
    public record NewFeed(
            @Schema(description = "Id of the center") String center,
            @Schema(description = "What it is called, 1 to 120 characters") String name,
            @Schema(description = "All of them must be in the lesson; at most 200 characters")
                    Optional<String> words,
            Optional<String> topic,
            Optional<String> system,
            Optional<String> vendor,
            @Schema(description = "Whether to be told once a day what is new")
                    Optional<Boolean> digest) {
        FeedFilter interest() {
            return new FeedFilter(
                    words.orElse(""), topic.orElse(""), system.orElse(""), vendor.orElse(""));
        }
    }

    /** The address of what is followed; it is told only once. */
    @Schema(name = "LessonFeedAddress")
    public record Address(
            @Schema(description = "What follows the server's name") Optional<String> path) {}

    @GET
    @Asks("lesson.read")
    @Operation(summary = "What the caller follows")
    public Listing<FeedView> list(@Context Caller caller) {
        return Listing.of(new Page<>(feeds.own(caller), Optional.empty()), FeedView::of);
    }

    @POST
    @Asks("lesson.read")
    @Operation(
            summary = "Follows lessons; for people only, as it shows what its owner may see",
            description = "An empty part does not restrict. Its address is an Atom feed.")
    @ApiResponse(
            responseCode = "201",
            description = "Followed",
            content = @Content(schema = @Schema(implementation = Address.class)))
    public Response follow(@Context Caller caller, NewFeed feed) {
        try {
            String secret =
                    feeds.follow(
                            caller,
                            AdoptionResource.required(feed.center()),
                            Optional.ofNullable(feed.name()).orElse(""),
                            feed.interest(),
                            feed.digest().orElse(false));
            return made(new Address(Optional.of(LessonFeedServlet.address(secret)))).build();
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
    @Consumes(MediaType.WILDCARD)
    @Asks("lesson.read")
    @Operation(summary = "Follows it no longer; its address shows nothing any more")
    @ApiResponse(responseCode = "204", description = "Ended")
    public Response end(@Context Caller caller, @PathParam("id") String id) {
        feeds.end(caller, id);
        return Response.noContent().build();
    }
}
