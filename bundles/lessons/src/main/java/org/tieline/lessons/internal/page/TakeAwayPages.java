package org.tieline.lessons.internal.page;

import static org.tieline.lessons.internal.record.LessonOperations.LESSON_READ;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.api.lessons.LessonState;
import org.tieline.lessons.internal.list.SeenLessons;
import org.tieline.lessons.internal.pack.OfflinePacks;
import org.tieline.lessons.internal.pack.PackChoice;
import org.tieline.lessons.internal.pack.PackQuery;
import org.tieline.lessons.internal.rest.LessonExport;
import org.tieline.web.Choice;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.View;

/** Lessons to take along: files for other programs, and a page for when the server is off. */
@Component(service = PageResource.class)
@Path(TakeAwayPages.PATH)
@Produces(MediaType.TEXT_HTML)
public final class TakeAwayPages implements PageResource {
    static final String PATH = "/lesson-files";

    private final LessonExport export;
    private final OfflinePacks packs;
    private final SeenLessons lessons;
    private final Discovery discovery;
    private final PageCenters centers;

    @Activate
    public TakeAwayPages(
            @Reference LessonExport export,
            @Reference OfflinePacks packs,
            @Reference SeenLessons lessons,
            @Reference Discovery discovery,
            @Reference PageCenters centers) {
        this.export = export;
        this.packs = packs;
        this.lessons = lessons;
        this.discovery = discovery;
        this.centers = centers;
    }

    /** What to take along: what was chosen so far, and what was found with the words. */
    @GET
    public View show(
            @Context Caller caller, @BeanParam PackQuery query, @QueryParam("q") String words) {
        export.require(caller);
        List<Choice> choices = centers.choices(caller, LESSON_READ);
        PackChoice choice =
                query.of(centers.chosen(query.center().orElse(null), choices).orElse(""));
        Optional<String> wanted = Lists.given(words);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("centers", choices);
        parameters.put("choice", choice);
        parameters.put("procedures", words == null || choice.procedures());
        parameters.put("chosen", packs.chosen(caller, choice));
        parameters.put("words", wanted.orElse(""));
        parameters.put("found", wanted.map(text -> found(caller, choice, text)).orElse(List.of()));
        parameters.put("topics", discovery.topics(caller));
        return LessonParts.view("Offline copy", "takeaway", parameters).under(LessonParts.LIST);
    }

    private List<Lesson> found(Caller caller, PackChoice choice, String words) {
        return lessons.some(caller, discovery.found(caller, words)).stream()
                .filter(lesson -> lesson.state() == LessonState.PUBLISHED)
                .filter(lesson -> !choice.lessons().contains(lesson.id()))
                .toList();
    }

    @GET
    @Path("lessons.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response csv(@Context Caller caller) {
        export.require(caller);
        return file("lessons.csv", out -> export.csv(caller, LessonFilter.ALL, out));
    }

    @GET
    @Path("lessons.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response json(@Context Caller caller) {
        export.require(caller);
        return file("lessons.json", out -> export.json(caller, LessonFilter.ALL, out));
    }

    @GET
    @Path("pack")
    @Produces("text/html;charset=UTF-8")
    public Response pack(@Context Caller caller, @BeanParam PackQuery query) {
        return file(
                "lessons-offline.html", packs.pack(caller, query.of(query.center().orElse(""))));
    }

    private static Response file(String name, StreamingOutput content) {
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
