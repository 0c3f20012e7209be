package org.tieline.change.internal.calendar;

import static org.tieline.change.internal.record.CalendarOperations.CALENDAR_FEED;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.web.Choice;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** The caller's own secret addresses of the calendar. */
@Component(service = PageResource.class)
@Path(FeedPages.PATH)
@Produces(MediaType.TEXT_HTML)
public final class FeedPages implements PageResource {
    static final String PATH = CalendarViews.PATH + "/subscribe";

    private final Feeds feeds;
    private final PageCenters centers;

    @Activate
    public FeedPages(@Reference Feeds feeds, @Reference PageCenters centers) {
        this.feeds = feeds;
        this.centers = centers;
    }

    @GET
    public View show(@Context Caller caller, @QueryParam("center") String named) {
        return view(caller, named, Optional.empty());
    }

    private View view(Caller caller, String named, Optional<String> address) {
        List<Choice> choices = centers.choices(caller, CALENDAR_FEED);
        return CalendarViews.view(
                        "Subscribe to the calendar",
                        "subscribe",
                        Map.of(
                                "centers",
                                choices,
                                "center",
                                centers.chosen(named, choices).orElse(""),
                                "feeds",
                                feeds.own(caller),
                                "names",
                                centers.names(caller),
                                "address",
                                address))
                .under(CalendarViews.CALENDAR);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public View create(
            @Context Caller caller,
            @Context UriInfo uri,
            @FormParam("center") String center,
            @FormParam("name") String name) {
        String secret =
                feeds.create(
                        caller,
                        Optional.ofNullable(center).orElse(""),
                        Optional.ofNullable(name).map(String::strip).orElse(""));
        String address = uri.getBaseUri().resolve(FeedServlet.address(secret)).toString();
        return view(caller, center, Optional.of(address));
    }

    @POST
    @Path("{id}/revoke")
    public Response revoke(@Context Caller caller, @PathParam("id") String id) {
        feeds.revoke(caller, id);
        return SeeOther.page(PATH, "The address was taken back. It shows nothing any more.");
    }
}
