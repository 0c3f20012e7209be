package org.tieline.change.internal.page.model;

import static org.tieline.change.internal.record.ChangeOperations.MODEL_EDIT;
import static org.tieline.change.internal.record.ChangeOperations.MODEL_READ;

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
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.ChangeModels;
import org.tieline.api.change.ModelState;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Refusal;
import org.tieline.api.error.Stale;
import org.tieline.api.journal.Journal;
import org.tieline.api.sharing.Sharing;
import org.tieline.change.internal.page.part.ChangeNames;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.change.internal.page.part.SubmittedAction;
import org.tieline.core.record.EnumNames;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** The catalogue of standard changes: list, one of them, approving and retiring it. */
@Component(service = PageResource.class)
@Path(ModelPages.PATH)
@Produces(MediaType.TEXT_HTML)
public final class ModelPages implements PageResource {
    public static final String PATH = "/change-models";
    static final Link LIST = new Link("Standard changes", PATH);
    private static final int HISTORY = 50;

    private final ChangeModels models;
    private final ChangeNames names;
    private final PageCenters centers;
    private final Journal journal;
    private final Access access;
    private final ModelEditPages edit;
    private final Sharing sharing;

    @Activate
    public ModelPages(
            @Reference ChangeModels models,
            @Reference ChangeNames names,
            @Reference PageCenters centers,
            @Reference Journal journal,
            @Reference Access access,
            @Reference ModelEditPages edit,
            @Reference Sharing sharing) {
        this.models = models;
        this.names = names;
        this.centers = centers;
        this.journal = journal;
        this.access = access;
        this.edit = edit;
        this.sharing = sharing;
    }

    @GET
    public View list(
            @Context Caller caller,
            @QueryParam("center") String center,
            @QueryParam("state") String state,
            @QueryParam("cursor") String cursor) {
        Optional<ModelState> wanted = EnumNames.find(ModelState.values(), state);
        Lists list =
                new Lists(PATH)
                        .by("center", Lists.given(center))
                        .by("state", wanted.map(EnumNames::of));
        Page<ChangeModel> page =
                models.list(caller, Lists.given(center), wanted, Lists.page(cursor));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("page", page);
        parameters.put("center", Lists.given(center).orElse(""));
        parameters.put("state", wanted);
        parameters.put("filtered", list.filtered());
        parameters.put("next", list.next(page));
        parameters.put("centers", centers.choices(caller, MODEL_READ));
        parameters.put("editable", !centers.choices(caller, MODEL_EDIT).isEmpty());
        parameters.put("names", centers.names(caller));
        return ChangeViews.view("Standard changes", "models", parameters).under(ChangeViews.LIST);
    }

    @GET
    @Path("new")
    public View add(@Context Caller caller, @QueryParam("from") String from) {
        return edit.add(caller, Lists.given(from));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(@Context Caller caller, MultivaluedMap<String, String> sent) {
        return edit.save(caller, Optional.empty(), sent);
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
        return edit.save(caller, Optional.of(id), sent);
    }

    @GET
    @Path("{id}")
    public View show(@Context Caller caller, @PathParam("id") String id) {
        return page(caller, id, SubmittedAction.NOTHING);
    }

    @POST
    @Path("{id}/approve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(
            @Context Caller caller,
            @PathParam("id") String id,
            @FormParam("version") long version) {
        return answer(
                caller,
                id,
                SubmittedAction.typed("approve", ""),
                " was approved: standard changes can be made from it.",
                () -> models.approve(caller, id, version));
    }

    @POST
    @Path("{id}/retire")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response retire(
            @Context Caller caller,
            @PathParam("id") String id,
            @FormParam("reason") String reason) {
        SubmittedAction submittedAction = SubmittedAction.typed("retire", reason);
        return answer(
                caller,
                id,
                submittedAction,
                " was retired.",
                () -> models.retire(caller, id, submittedAction.reason().orElse("")));
    }

    private interface Doing {
        ChangeModel done();
    }

    private Response answer(
            Caller caller, String id, SubmittedAction submittedAction, String done, Doing doing) {
        try {
            return SeeOther.page(path(id), doing.done().facts().name() + done);
        } catch (Invalid | Conflict | Forbidden e) {
            return refused(caller, id, submittedAction.refused(e), e);
        } catch (Stale e) {
            return refused(
                    caller,
                    id,
                    submittedAction.refused(
                            "Somebody changed it meanwhile. Read it again, then approve it."),
                    e);
        }
    }

    private Response refused(
            Caller caller, String id, SubmittedAction submittedAction, Refusal refusal) {
        return page(caller, id, submittedAction).at(SubmittedAction.status(refusal));
    }

    private View page(Caller caller, String id, SubmittedAction submittedAction) {
        ChangeModel model = models.get(caller, id);
        boolean inside = access.allows(caller, MODEL_READ, model.center());
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("model", model);
        parameters.put("asked", submittedAction);
        parameters.put("origin", sharing.origin(caller, ChangeModel.ref(id)));
        parameters.put("shared", sharing.of(caller, ChangeModel.ref(id)));
        parameters.put("assets", names.entries(caller, model.facts().assets()));
        parameters.put(
                "center", centers.names(caller).getOrDefault(model.center(), model.center()));
        parameters.put("zone", centers.zone(model.center()));
        parameters.put(
                "history",
                inside ? journal.history(caller, ChangeModel.ref(id), HISTORY) : List.of());
        return ChangeViews.view(model.facts().name(), "model", parameters)
                .under(ChangeViews.LIST, LIST);
    }

    public static String path(String id) {
        return Lists.path("change-models", id);
    }
}
