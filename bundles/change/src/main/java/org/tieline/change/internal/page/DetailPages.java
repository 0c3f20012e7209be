package org.tieline.change.internal.page;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_READ;

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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Approval;
import org.tieline.api.change.ApprovalStatus;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.ChangeModels;
import org.tieline.api.change.Changes;
import org.tieline.api.change.VoteChoice;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Refusal;
import org.tieline.api.error.Stale;
import org.tieline.api.journal.Journal;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.sharing.Sharing;
import org.tieline.change.internal.approval.VotingRights;
import org.tieline.change.internal.lesson.ChangeLessons;
import org.tieline.change.internal.page.approval.MeetingPages;
import org.tieline.change.internal.page.part.ChangeNames;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.change.internal.page.part.SubmittedAction;
import org.tieline.core.record.EnumNames;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** One change: where it is, what it lacks to go on, and everything that is known of it. */
@Component(service = PageResource.class)
@Path(ChangeViews.PATH)
@Produces(MediaType.TEXT_HTML)
public final class DetailPages implements PageResource {
    private static final int HISTORY = 50;

    private final Changes changes;
    private final ChangeModels models;
    private final ChangeNames names;
    private final PageCenters centers;
    private final Journal journal;
    private final Access access;
    private final VotingRights votingRights;
    private final Sharing sharing;
    private final ChangeLessons lessons;

    @Activate
    public DetailPages(
            @Reference Changes changes,
            @Reference ChangeModels models,
            @Reference ChangeNames names,
            @Reference PageCenters centers,
            @Reference Journal journal,
            @Reference Access access,
            @Reference VotingRights votingRights,
            @Reference Sharing sharing,
            @Reference ChangeLessons lessons) {
        this.changes = changes;
        this.models = models;
        this.names = names;
        this.centers = centers;
        this.journal = journal;
        this.access = access;
        this.votingRights = votingRights;
        this.sharing = sharing;
        this.lessons = lessons;
    }

    @GET
    @Path("{id}")
    public View show(@Context Caller caller, @PathParam("id") String id) {
        return page(caller, id, SubmittedAction.NOTHING);
    }

    @POST
    @Path("{id}/moves")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        SubmittedAction submittedAction = SubmittedAction.of(sent);
        try {
            Change moved = changes.move(caller, id, submittedAction.move());
            return SeeOther.page(ChangeViews.path(id), submittedAction.done(moved));
        } catch (Invalid | Conflict | Forbidden e) {
            return refused(caller, id, submittedAction.refused(e), e);
        }
    }

    @POST
    @Path("{id}/votes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response vote(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("back") String back,
            MultivaluedMap<String, String> sent) {
        SubmittedAction submittedAction = SubmittedAction.of(sent);
        VoteChoice choice =
                EnumNames.find(VoteChoice.values(), sent.getFirst("choice"))
                        .orElse(VoteChoice.ABSTAIN);
        try {
            Change voted =
                    changes.vote(
                            caller,
                            id,
                            submittedAction.round(),
                            Lists.given(sent.getFirst("standsFor")),
                            choice,
                            submittedAction.reason());
            return SeeOther.page(
                    "meeting".equals(back) ? MeetingPages.PATH : ChangeViews.path(id),
                    "Your vote on "
                            + voted.number()
                            + " was recorded."
                            + once(caller, voted.approval()));
        } catch (Stale e) {
            SubmittedAction again =
                    submittedAction.refused(
                            "The change was edited since you read it, and approval is asked for"
                                    + " again. Read it once more, then vote.");
            return refused(caller, id, again, e);
        } catch (Invalid | Conflict | Forbidden e) {
            return refused(caller, id, submittedAction.refused(e), e);
        }
    }

    /** Says it to those who have voted for two and may think that they are two. */
    static String once(Caller caller, Approval approval) {
        long given =
                approval.current()
                        .filter(vote -> vote.voter().id().equals(caller.actor().id()))
                        .filter(vote -> vote.choice() == VoteChoice.APPROVE)
                        .count();
        return given > 1 && approval.status() == ApprovalStatus.ASKED
                ? " You count as one person all the same; somebody else must agree too."
                : "";
    }

    private Response refused(
            Caller caller, String id, SubmittedAction submittedAction, Refusal refusal) {
        return page(caller, id, submittedAction).at(SubmittedAction.status(refusal));
    }

    private View page(Caller caller, String id, SubmittedAction submittedAction) {
        Change change = changes.get(caller, id);
        boolean inside = access.allows(caller, CHANGE_READ, change.center());
        List<JournalLine> history =
                inside ? journal.history(caller, Change.ref(id), HISTORY) : List.of();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("change", change);
        parameters.put("asked", submittedAction);
        parameters.put("votes", votingRights.of(caller).on(change));
        parameters.put("moves", changes.moves(caller, id));
        parameters.put("assets", names.entries(caller, change.facts().assets()));
        parameters.put("impact", names.impact(caller, change.facts().assets()));
        parameters.put(
                "center", centers.names(caller).getOrDefault(change.center(), change.center()));
        parameters.put("zone", centers.zone(change.center()));
        parameters.put("history", history);
        parameters.put("model", model(caller, change));
        parameters.put("origin", sharing.origin(caller, Change.ref(id)));
        parameters.put("shared", sharing.of(caller, Change.ref(id)));
        parameters.put("lesson", lessons.of(id));
        return ChangeViews.view(change.number(), "change", parameters).under(ChangeViews.LIST);
    }

    private Optional<ChangeModel> model(Caller caller, Change change) {
        try {
            return change.facts().model().map(id -> models.get(caller, id));
        } catch (Refusal e) {
            return Optional.empty();
        }
    }
}
