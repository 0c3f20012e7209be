package org.tieline.lessons.internal.page;

import static org.tieline.lessons.internal.record.LessonOperations.LESSON_READ;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Invalid;
import org.tieline.api.lessons.Lesson;
import org.tieline.lessons.internal.feed.FeedFilter;
import org.tieline.lessons.internal.feed.LessonFeedServlet;
import org.tieline.lessons.internal.feed.LessonFeeds;
import org.tieline.lessons.internal.record.LessonRules;
import org.tieline.web.Choice;
import org.tieline.web.Field;
import org.tieline.web.Form;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** What the caller follows. */
@Component(service = PageResource.class)
@Path(FollowPages.PATH)
@Produces(MediaType.TEXT_HTML)
public final class FollowPages implements PageResource {
    static final String PATH = "/lesson-follow";

    private final LessonFeeds feeds;
    private final PageCenters centers;
    private final Access access;

    @Activate
    public FollowPages(
            @Reference LessonFeeds feeds,
            @Reference PageCenters centers,
            @Reference Access access) {
        this.feeds = feeds;
        this.centers = centers;
        this.access = access;
    }

    @GET
    public View show(@Context Caller caller, @QueryParam("topic") String topic) {
        Map<String, List<String>> values = new HashMap<>();
        values.put("name", List.of(topic == null ? "New lessons" : topic));
        values.put("topic", topic == null ? List.of() : List.of(topic));
        return view(caller, form(caller).filled(0, values), Optional.empty());
    }

    private Form form(Caller caller) {
        List<Choice> choices = centers.choices(caller, LESSON_READ);
        if (choices.isEmpty()) {
            access.require(caller, LESSON_READ, Caller.EVERYWHERE, Lesson.ref("follow"));
        }
        return Form.of(
                Field.select("center", "Center", choices).must(),
                Field.text("name", "What you call it").must().atMost(120),
                Field.text("words", "Words")
                        .atMost(200)
                        .hinted("All of them must be in the lesson. May stay empty."),
                Field.text("topic", "Topic").atMost(LessonRules.MAX_WORD),
                Field.text("system", "System").atMost(LessonRules.MAX_WORD),
                Field.text("vendor", "Vendor").atMost(LessonRules.MAX_WORD),
                Field.of(Field.Kind.TICK, "digest", "Tell me once a day what is new"));
    }

    private View view(Caller caller, Form form, Optional<String> address) {
        return LessonParts.view(
                        "Follow lessons",
                        "follow",
                        Map.of("followed", feeds.own(caller), "form", form, "address", address))
                .under(LessonParts.LIST);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response follow(
            @Context Caller caller, @Context UriInfo uri, MultivaluedMap<String, String> sent) {
        Form form = form(caller).sent(sent);
        try {
            String secret =
                    feeds.follow(
                            caller,
                            form.value("center"),
                            form.value("name"),
                            new FeedFilter(
                                    form.value("words"),
                                    form.value("topic"),
                                    form.value("system"),
                                    form.value("vendor")),
                            form.value("digest").equals("true"));
            return view(
                            caller,
                            form(caller),
                            Optional.of(
                                    uri.getBaseUri()
                                            .resolve(LessonFeedServlet.address(secret))
                                            .toString()))
                    .at(200);
        } catch (Invalid e) {
            return view(caller, form.refused(e), Optional.empty()).at(400);
        } catch (Conflict e) {
            return view(caller, form.refused("name", e.getMessage()), Optional.empty()).at(409);
        }
    }

    @POST
    @Path("{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@Context Caller caller, @PathParam("id") String id) {
        feeds.end(caller, id);
        return SeeOther.page(PATH, "You no longer follow it. Its address shows nothing any more.");
    }
}
