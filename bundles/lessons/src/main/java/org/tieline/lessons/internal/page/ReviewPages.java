package org.tieline.lessons.internal.page;

import static org.tieline.lessons.internal.record.LessonOperations.LESSON_REVIEW;
import static org.tieline.lessons.internal.record.LessonOperations.LESSON_SHARE;

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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Refusal;
import org.tieline.api.error.Stale;
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.DueLesson;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonEntry;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.lessons.LessonUpkeep;
import org.tieline.api.lessons.Lessons;
import org.tieline.api.sharing.Finding;
import org.tieline.web.Choice;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** What waits for a reviewer, and what a reviewer does. */
@Component(service = PageResource.class)
@Path(LessonParts.REVIEW)
@Produces(MediaType.TEXT_HTML)
public final class ReviewPages implements PageResource {
    private static final Link QUEUE = new Link("To review", LessonParts.REVIEW);

    private final Lessons lessons;
    private final LessonUpkeep upkeep;
    private final PageCenters centers;
    private final Access access;

    @Activate
    public ReviewPages(
            @Reference Lessons lessons,
            @Reference LessonUpkeep upkeep,
            @Reference PageCenters centers,
            @Reference Access access) {
        this.lessons = lessons;
        this.upkeep = upkeep;
        this.centers = centers;
        this.access = access;
    }

    @GET
    public View queue(
            @Context Caller caller,
            @QueryParam("center") String center,
            @QueryParam("cursor") String cursor,
            @QueryParam("due") String dueCursor) {
        List<Choice> choices = centers.choices(caller, LESSON_REVIEW);
        Optional<String> chosen = centers.chosen(center, choices);
        if (chosen.isEmpty()) {
            access.require(caller, LESSON_REVIEW, Caller.EVERYWHERE, Lesson.ref("review"));
        }
        LessonFilter filter = LessonFilter.of(chosen.orElseThrow()).in(LessonState.IN_REVIEW);
        Page<LessonEntry> page = lessons.list(caller, filter, Lists.page(cursor));
        Page<DueLesson> due =
                upkeep.due(
                        caller,
                        chosen.orElseThrow(),
                        LocalDate.now(centers.zone(chosen.orElseThrow())),
                        Lists.page(dueCursor));
        return LessonParts.view(
                        "Lessons to review",
                        "queue",
                        Map.of(
                                "page",
                                page,
                                "next",
                                new Lists(LessonParts.REVIEW).by("center", chosen).next(page),
                                "centers",
                                choices,
                                "due",
                                due,
                                "dueNext",
                                due.next()
                                        .map(
                                                after ->
                                                        new Lists(LessonParts.REVIEW)
                                                                .by("center", chosen)
                                                                .by("due", Optional.of(after))
                                                                .at(LessonParts.REVIEW)),
                                "center",
                                chosen.orElseThrow()))
                .under(LessonParts.LIST);
    }

    @GET
    @Path("{id}")
    public View show(@Context Caller caller, @PathParam("id") String id) {
        return page(caller, id, Optional.empty());
    }

    private View page(Caller caller, String id, Optional<Refusal> refusal) {
        Lesson lesson = lessons.get(caller, id);
        access.require(caller, LESSON_REVIEW, lesson.center(), Lesson.ref(id));
        boolean leaves = lesson.facts().audience() != Audience.CENTER;
        List<Finding> findings = leaves ? lessons.findings(caller, id) : List.of();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("lesson", lesson);
        parameters.put("names", centers.names(caller));
        parameters.put("leaves", leaves);
        parameters.put("findings", findings);
        parameters.put("marked", MarkedText.of(lesson.facts(), findings));
        parameters.put("decides", access.allows(caller, LESSON_SHARE, lesson.center()));
        parameters.put("refusal", refusal.map(Refusal::getMessage).orElse(""));
        return LessonParts.view("Review: " + lesson.facts().title(), "review", parameters)
                .under(LessonParts.LIST, QUEUE);
    }

    @POST
    @Path("{id}/submit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response submit(@Context Caller caller, @PathParam("id") String id) {
        lessons.submit(caller, id);
        return SeeOther.page(LessonParts.path(id), "The lesson waits for a reviewer.");
    }

    @POST
    @Path("{id}/findings")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        try {
            lessons.decide(
                    caller,
                    id,
                    given(sent, "kind"),
                    given(sent, "text"),
                    "keep".equals(sent.getFirst("decision"))
                            ? Finding.Decision.KEEP
                            : Finding.Decision.REMOVE);
            return SeeOther.page(Lists.path("lesson-review", id) + "#findings");
        } catch (Invalid e) {
            return page(caller, id, Optional.of(e)).at(400);
        }
    }

    private static String given(MultivaluedMap<String, String> sent, String name) {
        return Optional.ofNullable(sent.getFirst(name)).orElse("");
    }

    @POST
    @Path("{id}/publish")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response publish(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        try {
            lessons.publish(caller, id, version(sent));
            return SeeOther.page(LessonParts.path(id), "The lesson is published.");
        } catch (Conflict e) {
            return page(caller, id, Optional.of(e)).at(409);
        } catch (Stale e) {
            return page(caller, id, Optional.of(e)).at(412);
        } catch (Forbidden e) {
            return page(caller, id, Optional.of(e)).at(403);
        }
    }

    private static long version(MultivaluedMap<String, String> sent) {
        try {
            return Long.parseLong(given(sent, "version"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @POST
    @Path("{id}/give-back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response giveBack(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        try {
            lessons.giveBack(caller, id, given(sent, "reason").strip());
            return SeeOther.page(LessonParts.REVIEW, "The lesson was given back.");
        } catch (Invalid e) {
            return page(caller, id, Optional.of(e)).at(400);
        } catch (Conflict e) {
            return page(caller, id, Optional.of(e)).at(409);
        }
    }

    @POST
    @Path("{id}/retire")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response retire(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        try {
            lessons.retire(caller, id, given(sent, "reason").strip());
            return SeeOther.page(LessonParts.path(id), "The lesson is retired.");
        } catch (Invalid e) {
            return page(caller, id, Optional.of(e)).at(400);
        }
    }
}
