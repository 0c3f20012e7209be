package org.tieline.web.internal.center;

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
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Center;
import org.tieline.api.center.Centers;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Stale;
import org.tieline.api.journal.Journal;
import org.tieline.core.access.PlatformOperations;
import org.tieline.web.Form;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;
import org.tieline.web.internal.CenterChoices;
import org.tieline.web.internal.Directory;
import org.tieline.web.internal.Labels;
import org.tieline.web.internal.Parts;
import org.tieline.web.internal.Tones;
import org.tieline.web.record.ListPage;

/** The registry of centers. */
@Component(service = PageResource.class)
@Path("/centers")
@Produces(MediaType.TEXT_HTML)
public final class CenterPages implements PageResource {
    private static final Link LIST = new Link("Centers", "/centers");
    private static final int HISTORY = 50;

    private final Centers centers;
    private final Journal journal;
    private final Access access;

    @Activate
    public CenterPages(
            @Reference Centers centers, @Reference Journal journal, @Reference Access access) {
        this.centers = centers;
        this.journal = journal;
        this.access = access;
    }

    @GET
    public View list(
            @Context Caller caller,
            @QueryParam("q") String text,
            @QueryParam("cursor") String cursor) {
        Optional<String> wanted = Lists.given(text);
        boolean adds = access.allows(caller, PlatformOperations.CENTER_CREATE, Caller.EVERYWHERE);
        return ListPage.<Center>of("Centers", "/centers", "")
                .empty(
                        "building-broadcast-tower",
                        "No center yet",
                        "Everything in Tieline belongs to a center: its people, its changes, its lessons. Add yours first.")
                .action(
                        adds
                                ? Optional.of(new Link("Add a center", "/centers/new"))
                                : Optional.empty())
                .search("Search centers", "Name or short name", wanted.orElse(""))
                .column(
                        "Name",
                        center ->
                                new ListPage.Titled(
                                        new Link(center.facts().name(), path(center.id())),
                                        center.id()))
                .column("Kind", center -> Labels.kind(center.facts().kind()))
                .column(
                        "State",
                        center ->
                                new ListPage.Badge(
                                        Tones.of(center.facts().state()),
                                        Labels.state(center.facts().state())))
                .column("Time zone", center -> center.facts().timeZone().getId())
                .column("FCC number", center -> center.facts().fccPsapId())
                .column(
                        "Backed up by",
                        center -> Lists.given(String.join(", ", center.facts().backups())))
                .view(centers.list(caller, wanted, Lists.page(cursor)));
    }

    @GET
    @Path("new")
    public View add(@Context Caller caller) {
        access.require(
                caller, PlatformOperations.CENTER_CREATE, Caller.EVERYWHERE, Center.ref("new"));
        return adding(caller, CenterForm.adding());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(@Context Caller caller, MultivaluedMap<String, String> sent) {
        Form form = CenterForm.adding().sent(sent);
        try {
            Center made = centers.create(caller, form.value("id"), CenterForm.draft(form));
            return SeeOther.page(path(made.id()), made.facts().name() + " was added.");
        } catch (Invalid e) {
            return adding(caller, form.refused(e)).at(400);
        } catch (Conflict e) {
            return adding(
                            caller,
                            form.refused("id", "is taken by another center; choose another one"))
                    .at(409);
        }
    }

    @GET
    @Path("{id}")
    public View show(@Context Caller caller, @PathParam("id") String id) {
        Center center = centers.get(caller, id);
        return Parts.view(
                        center.facts().name(),
                        "center",
                        Map.of(
                                "center",
                                center,
                                "directory",
                                Directory.of(centers, caller),
                                "history",
                                journal.history(caller, Center.ref(id), HISTORY)))
                .under(LIST);
    }

    @GET
    @Path("{id}/edit")
    public View edit(@Context Caller caller, @PathParam("id") String id) {
        Center center = centers.get(caller, id);
        access.require(caller, PlatformOperations.CENTER_EDIT, id, Center.ref(id));
        return editing(caller, center, CenterForm.of(center, mayClose(caller)));
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response update(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        Center center = centers.get(caller, id);
        Form form = CenterForm.of(center, mayClose(caller)).sent(sent);
        try {
            Center saved =
                    centers.update(caller, id, form.version(), CenterForm.draft(form, center));
            return SeeOther.page(path(id), saved.facts().name() + " was saved.");
        } catch (Invalid e) {
            return editing(caller, center, form.refused(e)).at(400);
        } catch (Stale e) {
            return editing(caller, center, form.overtaken(e)).at(412);
        }
    }

    private boolean mayClose(Caller caller) {
        return access.allows(caller, PlatformOperations.CENTER_STATE, Caller.EVERYWHERE);
    }

    private View adding(Caller caller, Form form) {
        return Parts.view(
                        "Add a center",
                        "centerform",
                        Map.of(
                                "form", form,
                                "action", "/centers",
                                "back", "/centers",
                                "save", "Add center",
                                "others", others(caller, "")))
                .under(LIST);
    }

    private View editing(Caller caller, Center center, Form form) {
        String id = center.id();
        return Parts.view(
                        "Edit " + center.facts().name(),
                        "centerform",
                        Map.of(
                                "form", form,
                                "action", path(id),
                                "back", path(id),
                                "save", "Save",
                                "others", others(caller, id)))
                .under(LIST, new Link(center.facts().name(), path(id)));
    }

    private CenterChoices others(Caller caller, String id) {
        return Directory.of(centers, caller).others(id);
    }

    private static String path(String id) {
        return Lists.path("centers", id);
    }
}
