package org.tieline.problem.internal.incident;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.record.Stored;
import org.tieline.api.search.Hit;
import org.tieline.api.search.Search;
import org.tieline.api.search.SearchRequest;
import org.tieline.core.record.EnumNames;
import org.tieline.problem.internal.AssetNames;
import org.tieline.problem.internal.ProblemParts;
import org.tieline.web.Choice;
import org.tieline.web.Field;
import org.tieline.web.Form;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.Tone;
import org.tieline.web.View;
import org.tieline.web.record.ListPage;
import org.tieline.web.record.ListedPages;
import org.tieline.web.record.RecordFields;

/** Incidents on the screen, and what is added to their timelines. */
@Component(service = PageResource.class)
@Path(IncidentPages.PATH)
public final class IncidentPages extends ListedPages<IncidentDraft, IncidentState> {
    public static final String PATH = "/incidents";
    private static final String SERVICE = "service";
    private static final String ASSET = "asset";
    private static final Set<String> FIRST = Set.of("title", SERVICE, "description", "began");

    private static final Set<String> OPEN =
            IncidentState.OPEN.stream().map(EnumNames::words).collect(Collectors.toSet());
    private static final int LIKE = 3;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Search search;

    private final Incidents incidents;
    private final Timeline timeline;
    private final AssetNames assets;

    @Activate
    public IncidentPages(
            @Reference Incidents incidents,
            @Reference Timeline timeline,
            @Reference AssetNames assets,
            @Reference PageCenters centers,
            @Reference Access access) {
        super(
                Incidents.TYPE,
                incidents,
                centers,
                access,
                "Disturbances of services and equipment that the center depends on. A caller's"
                        + " emergency belongs in CAD, not here.");
        this.incidents = incidents;
        this.timeline = timeline;
        this.assets = assets;
    }

    @Override
    protected ListPage<Stored<IncidentDraft, IncidentState>> columns(
            ListPage<Stored<IncidentDraft, IncidentState>> page) {
        return page.column("Title", incident -> incident.facts().title())
                .column(
                        "Priority",
                        incident -> incident.facts().priority().map(EnumNames::words).orElse("–"))
                .column(
                        "Reported",
                        incident -> incident.facts().reported().orElse(incident.created()))
                .column("Assigned to", incident -> incident.facts().assignedTo().orElse("–"))
                .empty(
                        "urgent",
                        "No incidents",
                        "When a console, a line or a system does not work as it should, report it"
                                + " here: what is wrong is enough.");
    }

    @Override
    protected Tone tone(IncidentState state) {
        return switch (state) {
            case NEW -> Tone.BAD;
            case ASSIGNED, IN_PROGRESS, ON_HOLD -> Tone.NOTICE;
            case RESOLVED -> Tone.GOOD;
            case CLOSED -> Tone.QUIET;
        };
    }

    @Override
    protected boolean asks(String field, boolean fresh) {
        return fresh ? FIRST.contains(field) : !field.equals(ASSET);
    }

    @Override
    protected Field field(Field field) {
        return switch (field.name()) {
            case SERVICE -> field.lookedUpAt(AssetNames.LOOK_UP).among(List.of(new Choice("", "")));
            case "assignedTo" ->
                    field.lookedUpAt("/api/v1/people#name").among(List.of(new Choice("", "")));
            default -> field;
        };
    }

    /** What is named as it is on the service map is that. */
    @Override
    protected List<String> value(
            Caller caller, String center, Form form, String name, List<FieldError> faults) {
        return name.equals(ASSET)
                ? assets.id(caller, center, form.value(SERVICE)).stream().toList()
                : super.value(caller, center, form, name, faults);
    }

    @Override
    protected String words(Caller caller, String field, Object value) {
        return field.equals(ASSET)
                ? assets.name(caller, (String) value)
                        .orElse("An asset that is no longer on the map")
                : super.words(caller, field, value);
    }

    @Override
    protected Optional<String> like() {
        return search == null ? Optional.empty() : Optional.of(PATH + "/like");
    }

    @GET
    @Path("like")
    public View like(@Context Caller caller, @QueryParam("text") String text) {
        Search known = search;
        List<Hit> open =
                known == null || text == null || text.isBlank()
                        ? List.of()
                        : known.search(caller, open(text)).page().items();
        return ProblemParts.view("Open incidents like this", "like", Map.of("hits", open))
                .under(new Link("Incidents", PATH));
    }

    private static SearchRequest open(String text) {
        return new SearchRequest(
                text,
                Map.of("kind", Set.of(Incidents.TYPE.kind()), "state", OPEN),
                true,
                false,
                new PageRequest(LIKE, Optional.empty()));
    }

    @GET
    @Path("{id}/timeline")
    public View timeline(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("cursor") String cursor) {
        Stored<IncidentDraft, IncidentState> incident = incidents.get(caller, id);
        return TimelineSection.view(
                        incident,
                        zone(incident.center()),
                        timeline.list(caller, id, Lists.page(cursor)))
                .under(new Link("Incidents", PATH), link(incident));
    }

    private Link link(Stored<IncidentDraft, IncidentState> incident) {
        return new Link(incident.number().orElseThrow(), path(incident.id()));
    }

    @POST
    @Path("{id}/timeline")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        Stored<IncidentDraft, IncidentState> incident = incidents.get(caller, id);
        Form form =
                Form.of(
                                RecordFields.of(Timeline.TYPE.shape()).stream()
                                        .filter(field -> Timeline.TYPED.contains(field.name()))
                                        .toArray(Field[]::new))
                        .sent(sent);
        List<FieldError> faults = new ArrayList<>();
        try {
            timeline.create(
                    caller,
                    incident.center(),
                    Timeline.TYPE
                            .shape()
                            .read(
                                    name ->
                                            name.equals(Timeline.INCIDENT)
                                                    ? List.of(id)
                                                    : form.values(name),
                                    zone(incident.center()),
                                    faults)
                            .orElseThrow(() -> new Invalid(faults)));
            return SeeOther.page(path(id), "The entry was added to the timeline.");
        } catch (Invalid refusal) {
            return ProblemParts.view(
                            "Add to the timeline",
                            "timelineform",
                            Map.of("form", form.refused(refusal), "path", path(id)))
                    .under(new Link("Incidents", PATH), link(incident))
                    .at(400);
        }
    }
}
