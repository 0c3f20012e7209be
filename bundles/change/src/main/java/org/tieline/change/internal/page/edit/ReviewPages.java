package org.tieline.change.internal.page.edit;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_CLOSE;

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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.change.AimMet;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.Changes;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveRequest;
import org.tieline.api.change.Review;
import org.tieline.api.change.ReviewDraft;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Refusal;
import org.tieline.api.error.Stale;
import org.tieline.change.internal.lesson.ChangeLessons;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.change.internal.page.part.SubmittedAction;
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

/** The post-implementation review of a change, and its closing. */
@Component(service = PageResource.class)
@Path(ChangeViews.PATH)
@Produces(MediaType.TEXT_HTML)
public final class ReviewPages implements PageResource {
    private static final List<Choice> ENDS =
            List.of(
                    new Choice("successful", "Successful"),
                    new Choice("with-issues", "Aim met, but something went wrong on the way"),
                    new Choice("backed-out", "Backed out"),
                    new Choice("failed", "Failed"));

    private final Changes changes;
    private final PageCenters centers;
    private final Access access;
    private final ChangeLessons lessons;

    @Activate
    public ReviewPages(
            @Reference Changes changes,
            @Reference PageCenters centers,
            @Reference Access access,
            @Reference ChangeLessons lessons) {
        this.changes = changes;
        this.centers = centers;
        this.access = access;
        this.lessons = lessons;
    }

    @GET
    @Path("{id}/review")
    public View show(@Context Caller caller, @PathParam("id") String id) {
        Change change = changes.get(caller, id);
        return page(caller, change, filled(change), SubmittedAction.NOTHING);
    }

    private static Form empty() {
        return Form.of(
                Field.of(Field.Kind.RADIO, "aim", "Objective met?")
                        .must()
                        .among(ChangeForm.choices(AimMet.values())),
                lines("sideEffects", "Side effects", "What else happened."),
                lines("incidents", "Incidents", "What broke because of it, and for how long."),
                lines("learned", "What was learned", "What another center should know."),
                Field.of(Field.Kind.RADIO, "closure", "How it ended").among(ENDS));
    }

    private static Field lines(String name, String label, String hint) {
        return Field.of(Field.Kind.LINES, name, label).atMost(4_000).hinted(hint);
    }

    private static Form filled(Change change) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        change.review()
                .map(Review::facts)
                .ifPresent(
                        facts -> {
                            values.put("aim", List.of(EnumNames.of(facts.aim())));
                            values.put("sideEffects", facts.sideEffects().stream().toList());
                            values.put("incidents", facts.incidents().stream().toList());
                            values.put("learned", facts.learned().stream().toList());
                        });
        values.put("closure", change.closure().map(EnumNames::of).stream().toList());
        return empty().filled(change.version(), values);
    }

    @POST
    @Path("{id}/review")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        Change change = changes.get(caller, id);
        Form form = empty().sent(sent);
        try {
            Change saved = changes.review(caller, id, form.version(), draft(form));
            if (form.value("then").equals("close")) {
                return close(caller, saved, form);
            }
            return SeeOther.page(
                    ChangeViews.path(id, "review"),
                    "The review of " + saved.number() + " was saved.");
        } catch (Invalid e) {
            return page(caller, change, form.refused(e), SubmittedAction.NOTHING).at(400);
        } catch (Conflict e) {
            return page(caller, change, form, SubmittedAction.NOTHING.refused(e)).at(409);
        } catch (Stale e) {
            return page(caller, change, form.overtaken(e), SubmittedAction.NOTHING).at(412);
        }
    }

    /** What was learned becomes a draft of a lesson. */
    @POST
    @Path("{id}/lesson")
    public Response teach(@Context Caller caller, @PathParam("id") String id) {
        try {
            return SeeOther.page(
                    Lists.path("lessons", lessons.draft(caller, id)),
                    "This is a draft of a lesson from the review: complete it and hand it in.");
        } catch (Invalid | Conflict | Forbidden e) {
            Refusal refusal = (Refusal) e;
            Change change = changes.get(caller, id);
            return page(caller, change, filled(change), SubmittedAction.NOTHING.refused(refusal))
                    .at(SubmittedAction.status(refusal));
        }
    }

    /** What was written is saved, whatever still stands against closing. */
    private Response close(Caller caller, Change saved, Form form) {
        MoveRequest request =
                new MoveRequest(
                        Move.CLOSE,
                        Optional.empty(),
                        Optional.empty(),
                        EnumNames.find(ClosureCode.values(), form.value("closure")));
        try {
            Change closed = changes.move(caller, saved.id(), request);
            return SeeOther.page(
                    ChangeViews.path(closed.id()), closed.number() + " is closed. Thank you.");
        } catch (Invalid | Conflict e) {
            Refusal refusal = (Refusal) e;
            Form again = filled(saved).filled(saved.version(), values(form));
            return page(caller, saved, again, SubmittedAction.NOTHING.refused(refusal))
                    .at(SubmittedAction.status(refusal));
        }
    }

    private static Map<String, List<String>> values(Form form) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        form.fields().forEach(field -> values.put(field.name(), form.values(field.name())));
        return values;
    }

    private static ReviewDraft draft(Form form) {
        AimMet aim =
                EnumNames.find(AimMet.values(), form.value("aim"))
                        .orElseThrow(
                                () -> new Invalid(new FieldError("aim", "is missing; choose one")));
        return new ReviewDraft(
                aim,
                form.optional("sideEffects"),
                form.optional("incidents"),
                form.optional("learned"));
    }

    private View page(Caller caller, Change change, Form form, SubmittedAction submittedAction) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("change", change);
        parameters.put("form", form);
        parameters.put("asked", submittedAction);
        parameters.put("lesson", lessons.of(change.id()));
        parameters.put(
                "teaches",
                lessons.present() && access.allows(caller, CHANGE_CLOSE, change.center()));
        parameters.put("zone", centers.zone(change.center()));
        parameters.put(
                "writable",
                change.state() == ChangeState.REVIEW
                        && access.allows(caller, CHANGE_CLOSE, change.center()));
        return ChangeViews.view("Review of " + change.number(), "review", parameters)
                .under(ChangeViews.LIST, new Link(change.number(), ChangeViews.path(change.id())));
    }
}
