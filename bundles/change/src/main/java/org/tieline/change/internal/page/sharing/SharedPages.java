package org.tieline.change.internal.page.sharing;

import static org.tieline.change.internal.record.ChangeOperations.SHARE_ADOPT;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.center.CenterEntry;
import org.tieline.api.center.Centers;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.ChangeModels;
import org.tieline.api.change.Changes;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Refusal;
import org.tieline.api.sharing.Adoption;
import org.tieline.api.sharing.AdoptionOutcome;
import org.tieline.api.sharing.Shared;
import org.tieline.api.sharing.Sharing;
import org.tieline.change.internal.page.model.ModelPages;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.change.internal.page.part.SubmittedAction;
import org.tieline.change.internal.sharing.SharedPlan;
import org.tieline.core.record.EnumNames;
import org.tieline.web.Choice;
import org.tieline.web.Field;
import org.tieline.web.Form;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** What centers share with one another: the catalogue, one of it, sharing and taking over. */
@Component(service = PageResource.class)
@Path(SharedPages.PATH)
@Produces(MediaType.TEXT_HTML)
public final class SharedPages implements PageResource {
    public static final String PATH = "/shared-changes";
    private static final Link LIST = new Link("Shared by centers", PATH);
    private static final PageRequest MOST =
            new PageRequest(PageRequest.MAX_LIMIT, Optional.empty());

    private final Sharing sharing;
    private final Changes changes;
    private final ChangeModels models;
    private final Centers directory;
    private final PageCenters centers;

    @Activate
    public SharedPages(
            @Reference Sharing sharing,
            @Reference Changes changes,
            @Reference ChangeModels models,
            @Reference Centers directory,
            @Reference PageCenters centers) {
        this.sharing = sharing;
        this.changes = changes;
        this.models = models;
        this.directory = directory;
        this.centers = centers;
    }

    @GET
    public View list(@Context Caller caller, @QueryParam("cursor") String cursor) {
        Page<Shared> page = sharing.list(caller, SharedPlan.KIND, Lists.page(cursor));
        return ChangeViews.view(
                        "Shared by centers",
                        "shareds",
                        Map.of(
                                "page",
                                page,
                                "next",
                                new Lists(PATH).next(page),
                                "figures",
                                sharing.figures(
                                        caller,
                                        SharedPlan.KIND,
                                        page.items().stream().map(Shared::id).toList()),
                                "names",
                                names(caller)))
                .under(ChangeViews.LIST);
    }

    /** Everybody knows every center by name. */
    private Map<String, String> names(Caller caller) {
        return directory.directory(caller, Optional.empty(), MOST).items().stream()
                .collect(Collectors.toMap(CenterEntry::id, CenterEntry::name));
    }

    @GET
    @Path("new")
    public View fresh(
            @Context Caller caller,
            @QueryParam("change") String change,
            @QueryParam("model") String model) {
        RecordRef record = record(change, model);
        Optional<Shared> before = sharing.of(caller, record);
        Form form =
                empty(caller, record)
                        .filled(
                                0,
                                Map.of(
                                        "everybody",
                                        before.filter(Shared::everybody).map(any -> "true").stream()
                                                .toList(),
                                        "centers",
                                        before.map(Shared::centers).orElse(Set.of()).stream()
                                                .toList()));
        return form(caller, form, record);
    }

    private static RecordRef record(String change, String model) {
        return Lists.given(change)
                .map(Change::ref)
                .orElseGet(() -> ChangeModel.ref(Lists.given(model).orElse("")));
    }

    private Form empty(Caller caller, RecordRef record) {
        String home = home(caller, record);
        List<Choice> others =
                directory.directory(caller, Optional.empty(), MOST).items().stream()
                        .filter(entry -> !entry.id().equals(home))
                        .map(entry -> new Choice(entry.id(), entry.name()))
                        .toList();
        List<Choice> found =
                sharing.findings(caller, record).stream()
                        .map(one -> new Choice(one.text(), one.text() + " (" + one.kind() + ")"))
                        .distinct()
                        .toList();
        List<Field> fields = new ArrayList<>();
        fields.add(Field.of(Field.Kind.TICK, "everybody", "All centers see it"));
        fields.add(Field.of(Field.Kind.CHECKS, "centers", "Or these centers only").among(others));
        if (!found.isEmpty()) {
            fields.add(
                    Field.of(Field.Kind.CHECKS, "keep", "Keep these passages")
                            .hinted(
                                    "They may tell of a person and are removed from what other"
                                            + " centers see. Check those that others may see.")
                            .among(found));
        }
        return Form.of(fields.toArray(Field[]::new));
    }

    private String home(Caller caller, RecordRef record) {
        return record.kind().equals(Change.KIND)
                ? changes.get(caller, record.id()).center()
                : models.get(caller, record.id()).center();
    }

    private View form(Caller caller, Form form, RecordRef record) {
        boolean change = record.kind().equals(Change.KIND);
        return ChangeViews.view(
                        "Share with other centers",
                        "shareform",
                        Map.of(
                                "form",
                                form,
                                "name",
                                change
                                        ? changes.get(caller, record.id()).facts().title()
                                        : models.get(caller, record.id()).facts().name(),
                                "action",
                                PATH + "/new?" + (change ? "change=" : "model=") + record.id(),
                                "back",
                                change
                                        ? ChangeViews.path(record.id())
                                        : ModelPages.path(record.id())))
                .under(ChangeViews.LIST, LIST);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response publish(
            @Context Caller caller,
            @QueryParam("change") String change,
            @QueryParam("model") String model,
            MultivaluedMap<String, String> sent) {
        RecordRef record = record(change, model);
        Form form = empty(caller, record).sent(sent);
        try {
            Shared shared =
                    sharing.publish(
                            caller,
                            record,
                            form.value("everybody").equals("true"),
                            new HashSet<>(form.values("centers")),
                            new HashSet<>(form.values("keep")));
            return SeeOther.page(path(shared.id()), "Other centers can see it now.");
        } catch (Invalid refusal) {
            return form(caller, form.refused(refusal), record).at(400);
        }
    }

    static String path(String id) {
        return Lists.path("shared-changes", id);
    }

    @GET
    @Path("{id}")
    public View show(@Context Caller caller, @PathParam("id") String id) {
        return page(caller, id, SubmittedAction.NOTHING);
    }

    private View page(Caller caller, String id, SubmittedAction submittedAction) {
        Shared shared = sharing.get(caller, SharedPlan.ref(id));
        List<Adoption> adoptions = sharing.adoptions(caller, SharedPlan.ref(id));
        Set<String> taken =
                adoptions.stream()
                        .filter(one -> one.made().isPresent())
                        .map(Adoption::center)
                        .collect(Collectors.toSet());
        List<Choice> takers =
                centers.choices(caller, SHARE_ADOPT).stream()
                        .filter(one -> !one.value().equals(shared.center()))
                        .toList();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("shared", shared);
        parameters.put("content", SharedPlan.of(shared));
        parameters.put("asked", submittedAction);
        parameters.put("adoptions", adoptions);
        parameters.put(
                "takers", takers.stream().filter(one -> !taken.contains(one.value())).toList());
        parameters.put("tellers", takers.stream().map(Choice::value).collect(Collectors.toSet()));
        parameters.put(
                "figures",
                Optional.ofNullable(sharing.figures(caller, SharedPlan.KIND, List.of(id)).get(id)));
        parameters.put("names", names(caller));
        parameters.put("zone", centers.zone(shared.center()));
        return ChangeViews.view(shared.title(), "shared", parameters).under(ChangeViews.LIST, LIST);
    }

    @POST
    @Path("{id}/withdraw")
    public Response withdraw(@Context Caller caller, @PathParam("id") String id) {
        sharing.withdraw(caller, SharedPlan.ref(id));
        return SeeOther.page(path(id), "It was taken back.");
    }

    @POST
    @Path("{id}/adopt")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response adopt(
            @Context Caller caller,
            @PathParam("id") String id,
            @FormParam("center") String center,
            @FormParam("name") String name) {
        try {
            RecordRef made =
                    sharing.adopt(
                                    caller,
                                    SharedPlan.ref(id),
                                    Lists.given(center).orElse(""),
                                    Lists.given(name))
                            .made()
                            .orElseThrow();
            boolean change = made.kind().equals(Change.KIND);
            return SeeOther.page(
                    change ? ChangeViews.path(made.id(), "edit") : ModelPages.path(made.id()),
                    "It is yours now: make of it what fits your center.");
        } catch (Invalid | Conflict refusal) {
            return refused(caller, id, "adopt", name, (Refusal) refusal);
        }
    }

    private Response refused(Caller caller, String id, String what, String typed, Refusal refusal) {
        return page(caller, id, SubmittedAction.typed(what, typed).refused(refusal))
                .at(SubmittedAction.status(refusal));
    }

    @POST
    @Path("{id}/outcome")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response outcome(
            @Context Caller caller,
            @PathParam("id") String id,
            @FormParam("center") String center,
            @FormParam("outcome") String outcome,
            @FormParam("reason") String reason,
            @FormParam("minutes") String minutes) {
        try {
            sharing.outcome(
                    caller,
                    SharedPlan.ref(id),
                    Lists.given(center).orElse(""),
                    EnumNames.find(AdoptionOutcome.values(), outcome)
                            .orElseThrow(
                                    () ->
                                            new Invalid(
                                                    new FieldError(
                                                            "outcome", "is missing; choose one"))),
                    Lists.given(reason),
                    Lists.given(minutes).map(SharedPages::number));
            return SeeOther.page(path(id), "Thank you: it counts.");
        } catch (Invalid | Conflict refusal) {
            return refused(caller, id, "outcome-" + center, reason, (Refusal) refusal);
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new Invalid(new FieldError("minutesSaved", "must be a number of minutes"));
        }
    }
}
