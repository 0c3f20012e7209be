package org.tieline.change.internal.page.edit;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_DRAFT;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.ChangeModels;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.Changes;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveRequest;
import org.tieline.api.change.Window;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Refusal;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.change.internal.page.part.StepRows;
import org.tieline.web.Choice;
import org.tieline.web.Form;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** Logging a change: the few fields that it begins with, the rest folded. */
@Component(service = PageResource.class)
@Path(ChangeViews.PATH + "/new")
@Produces(MediaType.TEXT_HTML)
public final class WritePages implements PageResource {
    private final Changes changes;
    private final ChangeModels models;
    private final ChangeFormMapper changeFormMapper;
    private final PageCenters centers;
    private final Access access;

    @Activate
    public WritePages(
            @Reference Changes changes,
            @Reference ChangeModels models,
            @Reference ChangeFormMapper changeFormMapper,
            @Reference PageCenters centers,
            @Reference Access access) {
        this.changes = changes;
        this.models = models;
        this.changeFormMapper = changeFormMapper;
        this.centers = centers;
        this.access = access;
    }

    /**
     * @param from the model that it is made from
     * @param start when it starts, as the calendar knows it
     */
    @GET
    public View add(
            @Context Caller caller,
            @QueryParam("center") String center,
            @QueryParam("model") String from,
            @QueryParam("start") String start) {
        Optional<ChangeModel> model = Lists.given(from).map(id -> models.get(caller, id));
        List<Choice> choices =
                centers.choices(caller, CHANGE_DRAFT).stream()
                        .filter(
                                choice ->
                                        model.stream()
                                                .allMatch(m -> m.center().equals(choice.value())))
                        .toList();
        Optional<String> chosen = centers.chosen(center, choices);
        if (chosen.isEmpty()) {
            access.require(caller, CHANGE_DRAFT, Caller.EVERYWHERE, Change.ref("new"));
        }
        String id = model.map(ChangeModel::center).orElse(chosen.orElse(""));
        ZoneId zone = centers.zone(id);
        ChangeDraft draft =
                model.map(m -> m.draft(Optional.of(nextFullHour())))
                        .orElse(ChangeDraft.of("", ChangeType.NORMAL));
        Form form =
                changeFormMapper.filled(
                        caller,
                        ChangeForm.empty(choices, model.isPresent()),
                        0,
                        id,
                        model.isPresent() ? draft : at(draft, start),
                        Optional.of(caller.actor().name()));
        return page(caller, id, zone, form, model);
    }

    private static Instant nextFullHour() {
        return Instant.now().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }

    private static ChangeDraft at(ChangeDraft draft, String start) {
        try {
            return Lists.given(start)
                    .map(Instant::parse)
                    .map(from -> draft.at(new Window(from, from.plus(2, ChronoUnit.HOURS))))
                    .orElse(draft);
        } catch (java.time.DateTimeException e) {
            return draft;
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(@Context Caller caller, MultivaluedMap<String, String> sent) {
        String center = Optional.ofNullable(sent.getFirst("center")).orElse("");
        access.require(caller, CHANGE_DRAFT, center, Change.ref("new"));
        Optional<ChangeModel> model =
                Lists.given(sent.getFirst("model")).map(id -> models.get(caller, id));
        Form form =
                ChangeForm.empty(centers.choices(caller, CHANGE_DRAFT), model.isPresent())
                        .sent(sent);
        try {
            Change made =
                    changes.create(
                            caller,
                            center,
                            changeFormMapper.read(caller, center, Optional.empty(), form));
            return moved(caller, made, form.value("then"));
        } catch (Invalid e) {
            View again =
                    page(
                            caller,
                            center,
                            centers.zone(center),
                            form.refused(StepRows.shown(e)),
                            model);
            return again.at(400);
        }
    }

    /** It is logged whatever becomes of the move that was asked for with it. */
    private Response moved(Caller caller, Change made, String then) {
        String logged = made.number() + " was logged.";
        String path = ChangeViews.path(made.id());
        try {
            return switch (then) {
                case "submit" -> {
                    changes.move(caller, made.id(), MoveRequest.of(Move.SUBMIT));
                    yield SeeOther.page(path, logged + " Its approval was asked for.");
                }
                case "schedule" -> {
                    changes.move(caller, made.id(), MoveRequest.of(Move.SCHEDULE));
                    yield SeeOther.page(path, logged + " It stands in the schedule.");
                }
                default -> SeeOther.page(path, logged);
            };
        } catch (Refusal e) {
            return SeeOther.page(path, logged + " Below is what it lacks to go on.");
        }
    }

    private View page(
            Caller caller, String center, ZoneId zone, Form form, Optional<ChangeModel> model) {
        return ChangeViews.view(
                        model.isPresent() ? "Log a standard change" : "Log a change",
                        "changeform",
                        Map.of(
                                "form",
                                form,
                                "action",
                                ChangeViews.PATH + "/new",
                                "back",
                                ChangeViews.PATH,
                                "id",
                                "",
                                "center",
                                center,
                                "zone",
                                zone,
                                "model",
                                model,
                                "check",
                                changeFormMapper.check(caller, center, Optional.empty(), form),
                                "map",
                                changeFormMapper.hasMap()))
                .under(ChangeViews.LIST);
    }
}
