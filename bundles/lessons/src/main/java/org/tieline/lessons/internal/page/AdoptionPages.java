package org.tieline.lessons.internal.page;

import static org.tieline.lessons.internal.record.LessonOperations.LESSON_ADOPT;
import static org.tieline.lessons.internal.record.LessonOperations.LESSON_READ;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Stale;
import org.tieline.api.lessons.Adoption;
import org.tieline.api.lessons.AdoptionEntry;
import org.tieline.api.lessons.AdoptionStage;
import org.tieline.api.lessons.Adoptions;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.Lessons;
import org.tieline.core.record.EnumNames;
import org.tieline.web.Choice;
import org.tieline.web.Form;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** The adoption board, and what a center makes of one lesson. */
@Component(service = PageResource.class)
@Path(AdoptionPages.PATH)
@Produces(MediaType.TEXT_HTML)
public final class AdoptionPages implements PageResource {
    static final String PATH = "/lesson-adoption";

    private static final Link BOARD = new Link("Lessons from others", PATH);

    private final Adoptions adoptions;
    private final Lessons lessons;
    private final PageCenters centers;
    private final Access access;

    @Activate
    public AdoptionPages(
            @Reference Adoptions adoptions,
            @Reference Lessons lessons,
            @Reference PageCenters centers,
            @Reference Access access) {
        this.adoptions = adoptions;
        this.lessons = lessons;
        this.centers = centers;
        this.access = access;
    }

    @GET
    public View board(
            @Context Caller caller,
            @QueryParam("center") String named,
            @QueryParam("stage") String stage,
            @QueryParam("cursor") String cursor) {
        List<Choice> choices = centers.choices(caller, LESSON_READ);
        Optional<String> center = centers.chosen(named, choices);
        if (center.isEmpty()) {
            access.require(caller, LESSON_READ, Caller.EVERYWHERE, Lesson.ref("board"));
        }
        AdoptionStage shown =
                EnumNames.find(AdoptionStage.values(), stage).orElse(AdoptionStage.UNDECIDED);
        Page<AdoptionEntry> page =
                adoptions.board(caller, center.orElseThrow(), shown, Lists.page(cursor));
        return LessonParts.view(
                        "Lessons from others",
                        "board",
                        Map.of(
                                "page",
                                page,
                                "next",
                                new Lists(PATH)
                                        .by("center", center)
                                        .by("stage", Optional.of(EnumNames.of(shown)))
                                        .next(page),
                                "stage",
                                shown,
                                "centers",
                                choices,
                                "center",
                                center.orElseThrow(),
                                "names",
                                centers.names(caller)))
                .under(LessonParts.LIST);
    }

    @GET
    @Path("{id}")
    public View show(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("center") String named) {
        Lesson lesson = lessons.get(caller, id);
        List<Choice> choices = choices(caller, lesson);
        Optional<String> center = centers.chosen(named, choices);
        if (center.isEmpty()) {
            access.require(caller, LESSON_ADOPT, Caller.EVERYWHERE, Lesson.ref(id));
        }
        String chosen = center.orElseThrow();
        access.require(caller, LESSON_ADOPT, chosen, Lesson.ref(id));
        return form(lesson, chosen, choices, AdoptionForm.of(before(caller, id, chosen)));
    }

    private List<Choice> choices(Caller caller, Lesson lesson) {
        return centers.choices(caller, LESSON_ADOPT).stream()
                .filter(choice -> !choice.value().equals(lesson.center()))
                .toList();
    }

    private Optional<Adoption> before(Caller caller, String id, String center) {
        return adoptions
                .list(caller, id, new PageRequest(PageRequest.MAX_LIMIT, Optional.empty()))
                .items()
                .stream()
                .filter(one -> one.center().equals(center))
                .findFirst();
    }

    private static View form(Lesson lesson, String center, List<Choice> choices, Form form) {
        return LessonParts.view(
                        "Decide on a lesson",
                        "adopt",
                        Map.of(
                                "lesson", lesson, "center", center, "centers", choices, "form",
                                form))
                .under(
                        LessonParts.LIST,
                        BOARD,
                        new Link(lesson.facts().title(), LessonParts.path(lesson.id())));
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        String center = Optional.ofNullable(sent.getFirst("center")).orElse("");
        Form form = AdoptionForm.empty().sent(sent);
        try {
            adoptions.decide(caller, id, center, form.version(), AdoptionForm.draft(form));
            return SeeOther.page(LessonParts.path(id), "What your center decided was saved.");
        } catch (Invalid e) {
            return again(caller, id, center, form.refused(e)).at(400);
        } catch (Stale e) {
            return again(caller, id, center, form.overtaken(e)).at(412);
        }
    }

    private View again(Caller caller, String id, String center, Form form) {
        Lesson lesson = lessons.get(caller, id);
        return form(lesson, center, choices(caller, lesson), form);
    }

    @POST
    @Path("{id}/promote")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response promote(@Context Caller caller, @PathParam("id") String id) {
        try {
            adoptions.promote(caller, id);
            return SeeOther.page(LessonParts.path(id), "The lesson is a best practice now.");
        } catch (Conflict e) {
            return SeeOther.page(LessonParts.path(id), e.getMessage());
        }
    }
}
