package org.tieline.change.internal.page.approval;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_READ;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Change;
import org.tieline.change.internal.approval.VotingRights;
import org.tieline.change.internal.page.part.ChangeInbox;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.web.Choice;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.View;

/** The meeting of the change advisory board: what is due, one below the other, to be voted on. */
@Component(service = PageResource.class)
@Path(MeetingPages.PATH)
@Produces(MediaType.TEXT_HTML)
public final class MeetingPages implements PageResource {
    public static final String PATH = ChangeViews.PATH + "/meeting";

    private final ChangeInbox changeInbox;
    private final PageCenters centers;
    private final VotingRights votingRights;

    @Activate
    public MeetingPages(
            @Reference ChangeInbox changeInbox,
            @Reference PageCenters centers,
            @Reference VotingRights votingRights) {
        this.changeInbox = changeInbox;
        this.centers = centers;
        this.votingRights = votingRights;
    }

    @GET
    public View show(@Context Caller caller, @QueryParam("center") String center) {
        Optional<String> chosen = Lists.given(center);
        List<Choice> choices = centers.choices(caller, CHANGE_READ);
        VotingRights.Held held = votingRights.of(caller);
        List<Change> due = changeInbox.forApproval(caller, chosen, held.centers());
        Map<String, ZoneId> zones = new HashMap<>();
        due.forEach(change -> zones.computeIfAbsent(change.center(), centers::zone));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("due", due);
        parameters.put("most", ChangeInbox.MOST);
        parameters.put("coming", changeInbox.approved(caller, chosen));
        parameters.put("centers", choices);
        parameters.put("center", chosen.orElse(""));
        parameters.put("zones", zones);
        parameters.put("names", centers.names(caller));
        parameters.put("held", held);
        parameters.put("mine", due.stream().filter(held::waitsFor).count());
        return ChangeViews.view("Meeting", "meeting", parameters).under(ChangeViews.LIST);
    }
}
