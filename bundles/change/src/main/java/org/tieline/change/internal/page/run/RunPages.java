package org.tieline.change.internal.page.run;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.CallPath;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeRuns;
import org.tieline.api.change.Changes;
import org.tieline.api.change.Move;
import org.tieline.api.change.StepState;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.change.internal.page.part.SubmittedAction;
import org.tieline.core.record.EnumNames;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** The night of the cut-over: clocks, steps, the floor's word, test calls, the way back. */
@Component(service = PageResource.class)
@Path(ChangeViews.PATH)
@Produces(MediaType.TEXT_HTML)
public final class RunPages implements PageResource {
    private final Changes changes;
    private final ChangeRuns runs;
    private final PageCenters centers;

    @Activate
    public RunPages(
            @Reference Changes changes,
            @Reference ChangeRuns runs,
            @Reference PageCenters centers) {
        this.changes = changes;
        this.runs = runs;
        this.centers = centers;
    }

    @GET
    @Path("{id}/run")
    public View show(@Context Caller caller, @PathParam("id") String id) {
        return page(caller, id, SubmittedAction.NOTHING);
    }

    @POST
    @Path("{id}/run/moves")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        SubmittedAction submittedAction = SubmittedAction.of(sent);
        boolean back = submittedAction.what().equals(EnumNames.of(Move.BACK_OUT));
        SubmittedAction full =
                back
                        ? submittedAction.because("Decided on the run page, no reason typed")
                        : submittedAction;
        return answer(caller, id, full, () -> changes.move(caller, id, full.move()));
    }

    @POST
    @Path("{id}/run/steps/{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response step(
            @Context Caller caller,
            @PathParam("id") String id,
            @PathParam("step") String step,
            @FormParam("state") String state,
            @FormParam("result") String result) {
        SubmittedAction submittedAction = SubmittedAction.typed(step, result);
        return answer(
                caller,
                id,
                submittedAction,
                () ->
                        runs.step(
                                caller,
                                id,
                                step,
                                state(state),
                                Optional.empty(),
                                submittedAction.reason()));
    }

    private static StepState state(String spelled) {
        return EnumNames.find(StepState.values(), spelled)
                .orElseThrow(() -> new Invalid(new FieldError("state", "is none of the states")));
    }

    @POST
    @Path("{id}/run/test-calls")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response testCall(
            @Context Caller caller,
            @PathParam("id") String id,
            @FormParam("path") String path,
            @FormParam("passed") String passed,
            @FormParam("note") String note) {
        SubmittedAction submittedAction =
                SubmittedAction.typed(Optional.ofNullable(path).orElse(""), note);
        return answer(
                caller,
                id,
                submittedAction,
                () ->
                        runs.testCall(
                                caller,
                                id,
                                way(path),
                                "true".equals(passed),
                                Optional.empty(),
                                Lists.given(note).orElse("")));
    }

    private static CallPath way(String spelled) {
        return EnumNames.find(CallPath.values(), spelled)
                .orElseThrow(
                        () ->
                                new Invalid(
                                        new FieldError(
                                                "path", "must be a call path of the change")));
    }

    private interface Doing {
        Change done();
    }

    private Response answer(
            Caller caller, String id, SubmittedAction submittedAction, Doing doing) {
        try {
            doing.done();
            return SeeOther.page(ChangeViews.path(id, "run"));
        } catch (Invalid | Conflict | Forbidden e) {
            return page(caller, id, submittedAction.refused(e)).at(SubmittedAction.status(e));
        }
    }

    private View page(Caller caller, String id, SubmittedAction submittedAction) {
        Change change = changes.get(caller, id);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(
                "run", new Run(change, changes.moves(caller, id), centers.zone(change.center())));
        parameters.put("asked", submittedAction);
        parameters.put(
                "center", centers.names(caller).getOrDefault(change.center(), change.center()));
        return ChangeViews.view("Run " + change.number(), "run", parameters)
                .under(ChangeViews.LIST, new Link(change.number(), ChangeViews.path(id)));
    }
}
