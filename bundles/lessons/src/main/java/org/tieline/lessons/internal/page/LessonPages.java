package org.tieline.lessons.internal.page;

import static org.tieline.lessons.internal.record.LessonOperations.LESSON_IMPORT;
import static org.tieline.lessons.internal.record.LessonOperations.LESSON_READ;
import static org.tieline.lessons.internal.record.LessonOperations.LESSON_REVIEW;
import static org.tieline.lessons.internal.record.LessonOperations.LESSON_WRITE;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Stale;
import org.tieline.api.journal.Journal;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonEntry;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.lessons.Lessons;
import org.tieline.api.lessons.Severity;
import org.tieline.core.record.EnumNames;
import org.tieline.lessons.internal.record.LessonWords;
import org.tieline.web.Choice;
import org.tieline.web.Form;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;
import org.tieline.web.record.ListPage;
import org.tieline.web.record.ListPage.Ago;
import org.tieline.web.record.ListPage.Badge;
import org.tieline.web.record.ListPage.Filter;

/** The lessons: list, one of them, its form, its card for the floor. */
@Component(service = PageResource.class)
@Path(LessonParts.PATH)
@Produces(MediaType.TEXT_HTML)
public final class LessonPages implements PageResource {
    private static final int HISTORY = 50;

    private final Lessons lessons;
    private final Discovery discovery;
    private final LessonUse.Reader use;
    private final PageCenters centers;
    private final Journal journal;
    private final Access access;

    @Activate
    public LessonPages(
            @Reference Lessons lessons,
            @Reference Discovery discovery,
            @Reference LessonUse.Reader use,
            @Reference PageCenters centers,
            @Reference Journal journal,
            @Reference Access access) {
        this.lessons = lessons;
        this.discovery = discovery;
        this.use = use;
        this.centers = centers;
        this.journal = journal;
        this.access = access;
    }

    @GET
    public View list(
            @Context Caller caller,
            @QueryParam("center") String center,
            @QueryParam("state") String state,
            @QueryParam("category") String category,
            @QueryParam("severity") String severity,
            @QueryParam("cursor") String cursor) {
        LessonFilter filter =
                new LessonFilter(
                        Lists.given(center),
                        EnumNames.find(LessonState.values(), state),
                        EnumNames.find(Category.values(), category),
                        EnumNames.find(Severity.values(), severity));
        Map<String, String> names = centers.names(caller);
        ListPage<LessonEntry> list =
                ListPage.<LessonEntry>of("Lessons", LessonParts.PATH, "")
                        .empty(
                                "bulb",
                                "No lessons yet",
                                "Write down what the last outage, change or exercise taught your center. Another center may have the same one tomorrow.")
                        .way("exchange", "Shared lessons", "/lesson-adoption");
        if (!centers.choices(caller, LESSON_REVIEW).isEmpty()) {
            list.way("checklist", "To review", LessonParts.REVIEW);
        }
        if (!centers.choices(caller, LESSON_IMPORT).isEmpty()) {
            list.way("upload", "Import", "/lesson-import");
        }
        return list.action(
                        centers.choices(caller, LESSON_WRITE).isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Link("New lesson", LessonParts.PATH + "/new")))
                .above(
                        LessonParts.view(
                                "Search",
                                "part/discovery",
                                Map.of("topics", discovery.topics(caller))))
                .centers(centers.choices(caller, LESSON_READ), filter.center().orElse(""))
                .filter(
                        Filter.of(
                                "category",
                                "Category",
                                Category.values(),
                                LessonWords::of,
                                filter.category()))
                .filter(
                        Filter.of(
                                "severity",
                                "Severity",
                                Severity.values(),
                                LessonWords::of,
                                filter.severity()))
                .filter(
                        Filter.of(
                                "state",
                                "State",
                                LessonState.values(),
                                LessonWords::of,
                                filter.state()))
                .column("Lesson", entry -> new Link(entry.title(), LessonParts.path(entry.id())))
                .column("Category", entry -> LessonWords.of(entry.category()))
                .column(
                        "Severity",
                        entry ->
                                new Badge(
                                        LessonParts.of(entry.severity()),
                                        LessonWords.of(entry.severity())))
                .column(
                        "State",
                        entry ->
                                new Badge(
                                        LessonParts.of(entry.state()),
                                        LessonWords.of(entry.state())))
                .column("From", entry -> LessonParts.from(entry.center(), entry.pack(), names))
                .column("Changed", entry -> new Ago(entry.updated()))
                .ticks(
                        "lesson",
                        LessonPages::tick,
                        LessonParts.view("Export", "part/ticked", Map.of()))
                .view(lessons.list(caller, filter, Lists.page(cursor)));
    }

    private static Optional<Choice> tick(LessonEntry entry) {
        return entry.state() == LessonState.PUBLISHED
                ? Optional.of(new Choice(entry.id(), entry.title()))
                : Optional.empty();
    }

    @GET
    @Path("new")
    public View add(@Context Caller caller, @QueryParam("center") String center) {
        List<Choice> choices = centers.choices(caller, LESSON_WRITE);
        Optional<String> chosen = centers.chosen(center, choices);
        if (chosen.isEmpty()) {
            access.require(caller, LESSON_WRITE, Caller.EVERYWHERE, Lesson.ref("new"));
        }
        return adding(caller, LessonForm.fresh(LessonForm.empty(choices), chosen));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(@Context Caller caller, MultivaluedMap<String, String> sent) {
        String center = Optional.ofNullable(sent.getFirst("center")).orElse("");
        access.require(caller, LESSON_WRITE, center, Lesson.ref("new"));
        Form form = LessonForm.empty(centers.choices(caller, LESSON_WRITE)).sent(sent);
        try {
            Lesson made = lessons.create(caller, center, LessonForm.draft(form));
            return SeeOther.page(
                    LessonParts.path(made.id()),
                    "The draft was saved. Hand it in for review when it is ready.");
        } catch (Invalid e) {
            return adding(caller, form.refused(e)).at(400);
        }
    }

    @GET
    @Path("{id}")
    public View show(@Context Caller caller, @PathParam("id") String id) {
        Lesson lesson = lessons.get(caller, id);
        boolean inside =
                lesson.pack().isEmpty() && access.allows(caller, LESSON_READ, lesson.center());
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("lesson", lesson);
        parameters.put("inside", inside);
        parameters.put("names", centers.names(caller));
        parameters.put("use", use.read(caller, lesson));
        parameters.put("similar", discovery.similar(caller, id));
        parameters.put("notes", lessons.notes(caller, id, PageRequest.FIRST).items());
        parameters.put("noting", centers.choices(caller, LESSON_WRITE));
        parameters.put(
                "history", inside ? journal.history(caller, Lesson.ref(id), HISTORY) : List.of());
        return LessonParts.view(lesson.facts().title(), "lesson", parameters)
                .under(LessonParts.LIST);
    }

    @GET
    @Path("{id}/card")
    public View card(@Context Caller caller, @PathParam("id") String id) {
        Lesson lesson = lessons.get(caller, id);
        return LessonParts.view(
                        "Floor card",
                        "card",
                        Map.of("lesson", lesson, "names", centers.names(caller)))
                .under(LessonParts.LIST, link(lesson));
    }

    private static Link link(Lesson lesson) {
        return new Link(lesson.facts().title(), LessonParts.path(lesson.id()));
    }

    @GET
    @Path("{id}/edit")
    public View edit(@Context Caller caller, @PathParam("id") String id) {
        Lesson lesson = writable(caller, id);
        return editing(
                caller,
                lesson,
                LessonForm.filled(LessonForm.empty(List.of()), lesson.version(), lesson.facts()));
    }

    private Lesson writable(Caller caller, String id) {
        Lesson lesson = lessons.get(caller, id);
        access.require(caller, LESSON_WRITE, lesson.center(), Lesson.ref(id));
        return lesson;
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response update(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        Lesson lesson = writable(caller, id);
        Form form = LessonForm.empty(List.of()).sent(sent);
        try {
            lessons.update(caller, id, form.version(), LessonForm.draft(form));
            return SeeOther.page(LessonParts.path(id), "The draft was saved.");
        } catch (Invalid e) {
            return editing(caller, lesson, form.refused(e)).at(400);
        } catch (Stale e) {
            return editing(caller, lesson, form.overtaken(e)).at(412);
        }
    }

    @POST
    @Path("{id}/notes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response note(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        lessons.note(
                caller,
                id,
                Optional.ofNullable(sent.getFirst("center")).orElse(""),
                Optional.ofNullable(sent.getFirst("text")).orElse("").strip());
        return SeeOther.page(LessonParts.path(id), "The note was added.");
    }

    private View adding(Caller caller, Form form) {
        return form(caller, "Write down a lesson", form, LessonParts.PATH, "Save the draft")
                .under(LessonParts.LIST);
    }

    private View editing(Caller caller, Lesson lesson, Form form) {
        return form(caller, "Edit the lesson", form, LessonParts.path(lesson.id()), "Save")
                .under(LessonParts.LIST, link(lesson));
    }

    private View form(Caller caller, String title, Form form, String action, String save) {
        return LessonParts.view(
                title,
                "lessonform",
                Map.of(
                        "title", title,
                        "form", form,
                        "action", action,
                        "save", save,
                        "others", centers.names(caller)));
    }
}
