package org.tieline.change.internal.page.approval;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_VOTE;
import static org.tieline.change.internal.record.ChangeOperations.RULE_EDIT;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Delegation;
import org.tieline.api.change.DelegationState;
import org.tieline.api.change.Delegations;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Refusal;
import org.tieline.api.record.Attribute;
import org.tieline.api.record.Stored;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.change.internal.page.part.SubmittedAction;
import org.tieline.core.record.Shape;
import org.tieline.web.Choice;
import org.tieline.web.Field;
import org.tieline.web.Form;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;
import org.tieline.web.record.RecordFields;

/**
 * Who votes on changes in whose place: one's own delegates, and those of the centers one manages.
 */
@Component(service = PageResource.class)
@Path(DelegatePages.PATH)
@Produces(MediaType.TEXT_HTML)
public final class DelegatePages implements PageResource {
    public static final String PATH = ChangeViews.PATH + "/delegates";
    private static final Shape<Absence> ABSENCE = Shape.of(Absence.class);

    private final Delegations delegations;
    private final PageCenters centers;

    @Activate
    public DelegatePages(@Reference Delegations delegations, @Reference PageCenters centers) {
        this.delegations = delegations;
        this.centers = centers;
    }

    @GET
    public View show(@Context Caller caller) {
        return page(caller, empty(centers.choices(caller, CHANGE_VOTE)));
    }

    /** For which days somebody votes. */
    record Absence(
            @Attribute(
                            label = "Who votes for you",
                            hint =
                                    "Their sign-in name: somebody of the center, or of a center that"
                                            + " backs it up or that it backs up.",
                            max = 60)
                    String delegate,
            @Attribute(label = "From") LocalDate from,
            @Attribute(label = "Until the end of") LocalDate until) {}

    private static Form empty(List<Choice> votes) {
        List<Field> fields = RecordFields.of(ABSENCE);
        return Form.of(
                Field.select("center", "Center", votes).must(),
                fields.get(0).lookedUpAt("/api/v1/people"),
                fields.get(1),
                fields.get(2));
    }

    private View page(Caller caller, Form form) {
        List<Stored<Delegation, DelegationState>> all =
                Stream.concat(
                                delegations.own(caller).stream(),
                                centers.choices(caller, RULE_EDIT).stream()
                                        .flatMap(
                                                center ->
                                                        delegations
                                                                .of(caller, center.value())
                                                                .stream()))
                        .distinct()
                        .toList();
        return ChangeViews.view(
                        "Delegates",
                        "delegates",
                        Map.of(
                                "form",
                                form,
                                "all",
                                all,
                                "votes",
                                !centers.choices(caller, CHANGE_VOTE).isEmpty(),
                                "names",
                                centers.names(caller),
                                "zones",
                                zones(all)))
                .under(ChangeViews.LIST);
    }

    private Map<String, ZoneId> zones(List<Stored<Delegation, DelegationState>> all) {
        return all.stream()
                .map(Stored::center)
                .distinct()
                .collect(java.util.stream.Collectors.toMap(center -> center, centers::zone));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response name(@Context Caller caller, MultivaluedMap<String, String> sent) {
        Form form = empty(centers.choices(caller, CHANGE_VOTE)).sent(sent);
        try {
            ZoneId zone = centers.zone(form.value("center"));
            List<FieldError> faults = new ArrayList<>();
            Absence absence =
                    ABSENCE.read(form::values, zone, faults).orElseThrow(() -> new Invalid(faults));
            Delegation named =
                    delegations
                            .name(
                                    caller,
                                    form.value("center"),
                                    absence.delegate(),
                                    absence.from().atStartOfDay(zone).toInstant(),
                                    absence.until().plusDays(1).atStartOfDay(zone).toInstant())
                            .facts();
            return SeeOther.page(PATH, named.delegate().name() + " can vote for you.");
        } catch (Invalid refusal) {
            return page(caller, form.refused(refusal)).at(400);
        } catch (Refusal refusal) {
            return page(caller, form.refused("delegate", refusal.getMessage()))
                    .at(SubmittedAction.status(refusal));
        }
    }

    @POST
    @Path("{id}/moves/{move}")
    public Response move(
            @Context Caller caller, @PathParam("id") String id, @PathParam("move") String move) {
        Delegation moved = delegations.move(caller, id, move).facts();
        return SeeOther.page(
                PATH,
                moved.delegate().name() + " no longer votes for " + moved.holder().name() + ".");
    }
}
