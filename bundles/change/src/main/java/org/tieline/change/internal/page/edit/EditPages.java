package org.tieline.change.internal.page.edit;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_DRAFT;

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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.FieldChange;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.CallPath;
import org.tieline.api.change.Change;
import org.tieline.api.change.Changes;
import org.tieline.api.change.RiskAnswer;
import org.tieline.api.change.RiskQuestion;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Stale;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.record.Who;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.change.internal.page.part.StepRows;
import org.tieline.change.internal.record.ChangeWords;
import org.tieline.core.record.EnumNames;
import org.tieline.web.Form;
import org.tieline.web.Link;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** Editing a change. */
@Component(service = PageResource.class)
@Path(ChangeViews.PATH)
@Produces(MediaType.TEXT_HTML)
public final class EditPages implements PageResource {
    private final Changes changes;
    private final ChangeFormMapper changeFormMapper;
    private final PageCenters centers;
    private final Access access;

    @Activate
    public EditPages(
            @Reference Changes changes,
            @Reference ChangeFormMapper changeFormMapper,
            @Reference PageCenters centers,
            @Reference Access access) {
        this.changes = changes;
        this.changeFormMapper = changeFormMapper;
        this.centers = centers;
        this.access = access;
    }

    @GET
    @Path("{id}/edit")
    public View edit(@Context Caller caller, @PathParam("id") String id) {
        Change change = changes.get(caller, id);
        access.require(caller, CHANGE_DRAFT, change.center(), Change.ref(id));
        Form form =
                changeFormMapper.filled(
                        caller,
                        ChangeForm.empty(change),
                        change.version(),
                        change.center(),
                        change.facts(),
                        change.implementer().map(Who::name));
        return page(caller, change, form);
    }

    @POST
    @Path("{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        Change change = changes.get(caller, id);
        access.require(caller, CHANGE_DRAFT, change.center(), Change.ref(id));
        Form form = ChangeForm.empty(change).sent(sent);
        try {
            Change saved =
                    changes.update(
                            caller,
                            id,
                            form.version(),
                            changeFormMapper.read(
                                    caller, change.center(), Optional.of(change), form),
                            form.optional(ChangeForm.CONFLICT_REASON));
            String again =
                    saved.approval().round() > change.approval().round()
                            ? " What was approved is different now, so approval is asked for again."
                            : "";
            return SeeOther.page(ChangeViews.path(id), saved.number() + " was saved." + again);
        } catch (Invalid e) {
            return page(caller, change, form.refused(StepRows.shown(e))).at(400);
        } catch (Conflict e) {
            return page(caller, change, form.refused("title", "stays as it is: " + e.getMessage()))
                    .at(409);
        } catch (Stale e) {
            Form merged = form.overtaken(asTyped(e, id, centers.zone(change.center())));
            return page(caller, change, merged).at(412);
        }
    }

    /** Returns what others changed meanwhile with times as the form spells them. */
    private static Stale asTyped(Stale stale, String id, ZoneId zone) {
        List<JournalLine> lines = stale.since().stream().map(line -> asTyped(line, zone)).toList();
        return new Stale(Change.ref(id), stale.version(), lines);
    }

    private static JournalLine asTyped(JournalLine line, ZoneId zone) {
        return new JournalLine(
                line.position(),
                line.at(),
                line.center(),
                line.number(),
                line.actor(),
                line.record(),
                line.version(),
                line.action(),
                line.changes().stream().flatMap(change -> asTyped(change, zone)).toList(),
                line.previousHash(),
                line.hash());
    }

    private static Stream<FieldChange> asTyped(FieldChange change, ZoneId zone) {
        if (change.field().startsWith("risk.")) {
            return answers(change);
        }
        return switch (change.field()) {
            case ChangeForm.START, ChangeForm.END -> said(change, text -> local(text, zone));
            case "callPaths" -> said(change, EditPages::checked);
            case "decideAfter" -> said(change, text -> text.replace(" min", ""));
            default -> Stream.of(change);
        };
    }

    private static Stream<FieldChange> said(FieldChange change, UnaryOperator<String> typed) {
        return Stream.of(
                new FieldChange(
                        change.field(), change.before().map(typed), change.after().map(typed)));
    }

    /** The journal tells call paths in words, the form has a line for each that is checked. */
    private static String checked(String words) {
        return Stream.of(CallPath.values())
                .filter(path -> List.of(words.split(", ")).contains(path.words()))
                .map(EnumNames::of)
                .collect(Collectors.joining("\n"));
    }

    /** The journal tells what an answer means. */
    private static Stream<FieldChange> answers(FieldChange change) {
        return Stream.of(RiskQuestion.values())
                .filter(question -> ChangeWords.risk(question).equals(change.field()))
                .flatMap(question -> said(change, meaning -> answer(question, meaning)));
    }

    private static String answer(RiskQuestion question, String meaning) {
        return Stream.of(RiskAnswer.values())
                .filter(answer -> question.meaning(answer).equals(meaning))
                .map(EnumNames::of)
                .findFirst()
                .orElse(meaning);
    }

    private static String local(String text, ZoneId zone) {
        try {
            return ChangeForm.local(Instant.parse(text), zone);
        } catch (DateTimeException e) {
            return text;
        }
    }

    private View page(Caller caller, Change change, Form form) {
        return ChangeViews.view(
                        "Edit " + change.number(),
                        "changeform",
                        Map.of(
                                "form", form,
                                "action", ChangeViews.path(change.id(), "edit"),
                                "back", ChangeViews.path(change.id()),
                                "id", change.id(),
                                "center", change.center(),
                                "zone", centers.zone(change.center()),
                                "model", Optional.empty(),
                                "check",
                                        changeFormMapper.check(
                                                caller, change.center(), Optional.of(change), form),
                                "map", changeFormMapper.hasMap()))
                .under(ChangeViews.LIST, new Link(change.number(), ChangeViews.path(change.id())));
    }
}
