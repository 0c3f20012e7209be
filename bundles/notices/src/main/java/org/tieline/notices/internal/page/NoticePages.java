package org.tieline.notices.internal.page;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.access.Caller;
import org.tieline.api.notice.Notice;
import org.tieline.api.notice.NoticeSwitch;
import org.tieline.api.notice.Notices;
import org.tieline.api.person.People;
import org.tieline.notices.internal.mail.Outbox;
import org.tieline.web.Lists;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** What the person signed in was told, and how they want to be told. */
@Component(service = PageResource.class)
@Path(NoticeParts.PATH)
@Produces(MediaType.TEXT_HTML)
public final class NoticePages implements PageResource {
    private static final Caller SELF = Caller.system("notices");

    private final Notices notices;
    private final People people;
    private final Outbox outbox;

    @Activate
    public NoticePages(
            @Reference Notices notices, @Reference People people, @Reference Outbox outbox) {
        this.notices = notices;
        this.people = people;
        this.outbox = outbox;
    }

    @GET
    public View list(
            @Context Caller caller,
            @QueryParam("unread") boolean unread,
            @QueryParam("cursor") String cursor) {
        Lists list =
                new Lists(NoticeParts.PATH)
                        .by("unread", unread ? Optional.of("true") : Optional.empty());
        Page<Notice> page = notices.list(caller, unread, Lists.page(cursor));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("page", page);
        parameters.put("next", list.next(page));
        parameters.put("unread", unread);
        parameters.put("fresh", notices.unread(caller) > 0);
        return NoticeParts.view("Notices", "notices", parameters);
    }

    /** Leads to what a notice is about, and marks it as read. */
    @GET
    @Path("{id}")
    public Response open(@Context Caller caller, @PathParam("id") String id) {
        return SeeOther.page(notices.read(caller, id).path());
    }

    @POST
    @Path("read")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response readAll(@Context Caller caller) {
        notices.readAll(caller);
        return SeeOther.page(NoticeParts.PATH, "All notices are marked as read.");
    }

    @GET
    @Path("switches")
    public View switches(@Context Caller caller) {
        boolean address =
                people.all(SELF, Set.of(caller.actor().id())).stream()
                        .anyMatch(person -> person.facts().email().isPresent());
        return NoticeParts.view(
                        "Notification settings",
                        "switches",
                        Map.of(
                                "switches", notices.switches(caller),
                                "mail", outbox.on(),
                                "address", address))
                .under(NoticeParts.LIST);
    }

    @POST
    @Path("switches")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(@Context Caller caller, MultivaluedMap<String, String> sent) {
        List<String> shown = sent.getOrDefault("shown", List.of());
        List<String> mailed = sent.getOrDefault("mailed", List.of());
        for (NoticeSwitch present : notices.switches(caller)) {
            boolean show = shown.contains(present.topic());
            boolean mail = mailed.contains(present.topic());
            if (show != present.shown() || mail != present.mailed()) {
                notices.set(caller, present.topic(), show, mail);
            }
        }
        return SeeOther.page(NoticeParts.PATH + "/switches", "Your choice was saved.");
    }
}
