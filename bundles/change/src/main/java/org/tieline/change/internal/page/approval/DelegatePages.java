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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Delegation;
import org.tieline.api.change.Delegations;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Refusal;
import org.tieline.change.internal.page.part.Asked;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.core.record.Faults;
import org.tieline.web.Choice;
import org.tieline.web.Field;
import org.tieline.web.Form;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/**
 * Who votes on changes in whose place: one's own delegates, and those of the centers one manages.
 */
@Component(service = PageResource.class)
@Path(DelegatePages.PATH)
@Produces(MediaType.TEXT_HTML)
public final class DelegatePages implements PageResource {
    public static final String PATH = ChangeViews.PATH + "/delegates";

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

    private static Form empty(List<Choice> votes) {
        return Form.of(
                Field.select("center", "Center", votes).must(),
                Field.text("delegate", "Who votes for you")
                        .must()
                        .atMost(60)
                        .hinted(
                                "Their sign-in name: somebody of the center, or of a center that"
                                        + " backs it up or that it backs up.")
                        .lookedUpAt("/api/v1/people"),
                Field.of(Field.Kind.DATE, "from", "From").must(),
                Field.of(Field.Kind.DATE, "until", "Until the end of").must());
    }

    private View page(Caller caller, Form form) {
        List<Delegation> all =
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

    private Map<String, ZoneId> zones(List<Delegation> all) {
        return all.stream()
                .map(Delegation::center)
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
            Optional<Instant> from = day(form, "from", 0, zone, faults);
            Optional<Instant> until = day(form, "until", 1, zone, faults);
            Faults.refuse(faults, List.of());
            Delegation named =
                    delegations.name(
                            caller,
                            form.value("center"),
                            form.value("delegate"),
                            from.get(),
                            until.get());
            return SeeOther.page(PATH, named.delegate().name() + " can vote for you.");
        } catch (Invalid refusal) {
            return page(caller, form.refused(refusal)).at(400);
        } catch (Refusal refusal) {
            return page(caller, form.refused("delegate", refusal.getMessage()))
                    .at(Asked.status(refusal));
        }
    }

    private static Optional<Instant> day(
            Form form, String field, int later, ZoneId zone, List<FieldError> faults) {
        try {
            return Optional.of(
                    LocalDate.parse(form.value(field))
                            .plusDays(later)
                            .atStartOfDay(zone)
                            .toInstant());
        } catch (DateTimeParseException e) {
            faults.add(new FieldError(field, "must be a day, such as 2026-11-24"));
            return Optional.empty();
        }
    }

    @POST
    @Path("{id}/end")
    public Response end(@Context Caller caller, @PathParam("id") String id) {
        Delegation ended = delegations.end(caller, id);
        return SeeOther.page(
                PATH,
                ended.delegate().name() + " no longer votes for " + ended.holder().name() + ".");
    }
}
