package org.tieline.change.internal.calendar;

import static org.tieline.change.internal.record.CalendarOperations.FREEZE_EDIT;
import static org.tieline.change.internal.record.CalendarOperations.FREEZE_READ;

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
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Freeze;
import org.tieline.api.change.FreezeDraft;
import org.tieline.api.change.Freezes;
import org.tieline.api.change.Window;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Stale;
import org.tieline.web.Choice;
import org.tieline.web.Field;
import org.tieline.web.Form;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** Freezes: listed, set, changed, lifted. */
@Component(service = PageResource.class)
@Path(FreezePages.PATH)
@Produces(MediaType.TEXT_HTML)
public final class FreezePages implements PageResource {
    static final String PATH = CalendarViews.PATH + "/freezes";
    private static final Link LIST = new Link("Freezes", PATH);

    private final Freezes freezes;
    private final PageCenters centers;
    private final Access access;

    @Activate
    public FreezePages(
            @Reference Freezes freezes, @Reference PageCenters centers, @Reference Access access) {
        this.freezes = freezes;
        this.centers = centers;
        this.access = access;
    }

    static String path(Freeze freeze) {
        return Lists.path("calendar", "freezes", freeze.id());
    }

    @GET
    public View list(
            @Context Caller caller,
            @QueryParam("center") String named,
            @QueryParam("cursor") String cursor) {
        List<Choice> choices = centers.choices(caller, FREEZE_READ);
        String center = centers.chosen(named, choices).orElse(Caller.EVERYWHERE);
        var page = freezes.list(caller, center, Lists.page(cursor));
        return CalendarViews.view(
                        "Freezes",
                        "freezes",
                        Map.of(
                                "centers",
                                choices,
                                "center",
                                center,
                                "zone",
                                zone(center),
                                "page",
                                page,
                                "next",
                                new Lists(PATH).by("center", Optional.of(center)).next(page),
                                "edits",
                                !owners(caller).isEmpty()))
                .under(CalendarViews.CALENDAR);
    }

    private ZoneId zone(String center) {
        return center.equals(Caller.EVERYWHERE) ? ZoneId.of("UTC") : centers.zone(center);
    }

    /** Returns what the caller may freeze. */
    private List<Choice> owners(Caller caller) {
        List<Choice> owners = new ArrayList<>(centers.choices(caller, FREEZE_EDIT));
        if (access.allows(caller, FREEZE_EDIT, Caller.EVERYWHERE)) {
            owners.add(new Choice(Caller.EVERYWHERE, "All centers"));
        }
        return owners;
    }

    private static Form empty(List<Choice> owners) {
        List<Field> fields = new ArrayList<>();
        if (!owners.isEmpty()) {
            fields.add(Field.select("center", "Who is frozen", owners).must());
        }
        fields.add(
                Field.text("title", "What for")
                        .must()
                        .atMost(FreezeDraft.MAX_TITLE)
                        .hinted("Such as County fair, or Election night."));
        fields.add(
                Field.of(Field.Kind.DATETIME_LOCAL, "start", "From")
                        .must()
                        .hinted("On the center's clock; for all centers in UTC."));
        fields.add(Field.of(Field.Kind.DATETIME_LOCAL, "end", "Until").must());
        fields.add(Field.of(Field.Kind.LINES, "reason", "Why").atMost(FreezeDraft.MAX_REASON));
        return Form.of(fields.toArray(Field[]::new));
    }

    private static View form(Form form, String action, Optional<Freeze> freeze) {
        return CalendarViews.view(
                        freeze.isPresent() ? "Edit freeze" : "Freeze changes",
                        "freezeform",
                        Map.of("form", form, "action", action, "freeze", freeze))
                .under(CalendarViews.CALENDAR, LIST);
    }

    @GET
    @Path("new")
    public View fresh(@Context Caller caller) {
        List<Choice> owners = owners(caller);
        if (owners.isEmpty()) {
            access.require(caller, FREEZE_EDIT, Caller.EVERYWHERE, Freeze.ref("new"));
        }
        return form(empty(owners), PATH, Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(@Context Caller caller, MultivaluedMap<String, String> sent) {
        Form form = empty(owners(caller)).sent(sent);
        try {
            Freeze made =
                    freezes.create(
                            caller, form.value("center"), draft(form, zone(form.value("center"))));
            return SeeOther.page(path(made), "The freeze was set.");
        } catch (Invalid refusal) {
            return form(form.refused(refusal), PATH, Optional.empty()).at(400);
        }
    }

    @GET
    @Path("{id}")
    public View show(@Context Caller caller, @PathParam("id") String id) {
        Freeze freeze = freezes.get(caller, id);
        ZoneId zone = zone(freeze.center());
        return CalendarViews.view(
                        freeze.facts().title(),
                        "freeze",
                        Map.of(
                                "freeze",
                                freeze,
                                "zone",
                                zone,
                                "center",
                                freeze.everywhere()
                                        ? "All centers"
                                        : centers.names(caller)
                                                .getOrDefault(freeze.center(), freeze.center()),
                                "edits",
                                access.allows(caller, FREEZE_EDIT, freeze.center())))
                .under(CalendarViews.CALENDAR, LIST);
    }

    @GET
    @Path("{id}/edit")
    public View edit(@Context Caller caller, @PathParam("id") String id) {
        Freeze freeze = freezes.get(caller, id);
        access.require(caller, FREEZE_EDIT, freeze.center(), Freeze.ref(id));
        ZoneId zone = zone(freeze.center());
        return form(
                empty(List.of())
                        .filled(
                                freeze.version(),
                                Map.of(
                                        "title",
                                        List.of(freeze.facts().title()),
                                        "start",
                                        List.of(
                                                CalendarViews.local(
                                                        freeze.facts().window().start(), zone)),
                                        "end",
                                        List.of(
                                                CalendarViews.local(
                                                        freeze.facts().window().end(), zone)),
                                        "reason",
                                        freeze.facts().reason().stream().toList())),
                path(freeze),
                Optional.of(freeze));
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response update(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        Freeze freeze = freezes.get(caller, id);
        Form form = empty(List.of()).sent(sent);
        try {
            freezes.update(caller, id, form.version(), draft(form, zone(freeze.center())));
            return SeeOther.page(path(freeze), "The freeze was changed.");
        } catch (Invalid refusal) {
            return form(form.refused(refusal), path(freeze), Optional.of(freeze)).at(400);
        } catch (Stale stale) {
            return form(form.overtaken(stale), path(freeze), Optional.of(freeze)).at(412);
        }
    }

    @POST
    @Path("{id}/lift")
    public Response lift(@Context Caller caller, @PathParam("id") String id) {
        return SeeOther.page(path(freezes.lift(caller, id)), "The freeze was lifted.");
    }

    private static FreezeDraft draft(Form form, ZoneId zone) {
        List<FieldError> faults = new ArrayList<>();
        Optional<Instant> start = CalendarViews.instant("start", form.value("start"), zone, faults);
        Optional<Instant> end = CalendarViews.instant("end", form.value("end"), zone, faults);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return new FreezeDraft(
                form.value("title"), new Window(start.get(), end.get()), form.optional("reason"));
    }
}
