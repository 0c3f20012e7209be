package org.tieline.change.internal.page;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_DRAFT;
import static org.tieline.change.internal.record.ChangeOperations.CHANGE_PLAN;
import static org.tieline.change.internal.record.ChangeOperations.CHANGE_READ;

import jakarta.ws.rs.BeanParam;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ChangeEntry;
import org.tieline.api.change.Changes;
import org.tieline.change.internal.list.SavedViews;
import org.tieline.change.internal.page.edit.EditPages;
import org.tieline.change.internal.page.edit.ReviewPages;
import org.tieline.change.internal.page.list.ChangeQuery;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.change.internal.page.run.RunPages;
import org.tieline.web.Choice;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.View;

/** The list of changes, and the addresses of the pages of one. */
@Component(service = PageResource.class)
@Path(ChangeViews.PATH)
@Produces(MediaType.TEXT_HTML)
public final class ChangePages implements PageResource {
    private final Changes changes;
    private final SavedViews views;
    private final PageCenters centers;
    private final DetailPages detail;
    private final EditPages edit;
    private final RunPages run;
    private final ReviewPages review;

    @Activate
    public ChangePages(
            @Reference Changes changes,
            @Reference SavedViews views,
            @Reference PageCenters centers,
            @Reference DetailPages detail,
            @Reference EditPages edit,
            @Reference RunPages run,
            @Reference ReviewPages review) {
        this.changes = changes;
        this.views = views;
        this.centers = centers;
        this.detail = detail;
        this.edit = edit;
        this.run = run;
        this.review = review;
    }

    @GET
    public View list(@Context Caller caller, @BeanParam ChangeQuery query) {
        Lists list = query.list();
        Page<ChangeEntry> page =
                changes.list(caller, query.filter(caller), Lists.page(query.cursor));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("page", page);
        parameters.put("query", query);
        parameters.put("filtered", list.filtered());
        parameters.put("next", list.next(page));
        parameters.put("export", list.at(ChangeViews.PATH + "/export"));
        parameters.put("writable", !centers.choices(caller, CHANGE_DRAFT).isEmpty());
        List<Choice> readable = centers.choices(caller, CHANGE_READ);
        parameters.put("columns", query.columns(readable.size()));
        parameters.put("centers", readable);
        parameters.put("views", views.of(caller));
        parameters.put("sharers", centers.choices(caller, CHANGE_DRAFT));
        parameters.put("bulk", !centers.choices(caller, CHANGE_PLAN).isEmpty());
        parameters.put("names", centers.names(caller));
        return ChangeViews.view("Changes", "changes", parameters);
    }

    @GET
    @Path("{id}")
    public View show(@Context Caller caller, @PathParam("id") String id) {
        return detail.show(caller, id);
    }

    @POST
    @Path("{id}/moves")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        return detail.move(caller, id, sent);
    }

    @POST
    @Path("{id}/votes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response vote(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("back") String back,
            MultivaluedMap<String, String> sent) {
        return detail.vote(caller, id, back, sent);
    }

    @GET
    @Path("{id}/edit")
    public View edit(@Context Caller caller, @PathParam("id") String id) {
        return edit.edit(caller, id);
    }

    @POST
    @Path("{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        return edit.save(caller, id, sent);
    }

    @GET
    @Path("{id}/run")
    public View run(@Context Caller caller, @PathParam("id") String id) {
        return run.show(caller, id);
    }

    @POST
    @Path("{id}/run/moves")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response moveInRun(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        return run.move(caller, id, sent);
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
        return run.step(caller, id, step, state, result);
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
        return run.testCall(caller, id, path, passed, note);
    }

    @POST
    @Path("{id}/lesson")
    public Response teach(@Context Caller caller, @PathParam("id") String id) {
        return review.teach(caller, id);
    }

    @GET
    @Path("{id}/review")
    public View review(@Context Caller caller, @PathParam("id") String id) {
        return review.show(caller, id);
    }

    @POST
    @Path("{id}/review")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response saveReview(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        return review.save(caller, id, sent);
    }
}
