package org.tieline.lessons.internal.page;

import static org.tieline.lessons.internal.LessonOperations.LESSON_READ;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.core.record.Names;
import org.tieline.lessons.internal.LessonExport;
import org.tieline.lessons.internal.pack.OfflinePacks;
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
    private final Discovery discovery;
    private final PageCenters centers;
    private final Access access;

    @Activate
    public TakeAwayPages(
            @Reference LessonExport export,
            @Reference OfflinePacks packs,
            @Reference Discovery discovery,
            @Reference PageCenters centers,
            @Reference Access access) {
        this.export = export;
        this.packs = packs;
        this.discovery = discovery;
        this.centers = centers;
        this.access = access;
    }

    @GET
    public View show(@Context Caller caller) {
        export.require(caller);
        return LessonParts.view(
                        "Take lessons along",
                        "takeaway",
                        Map.of(
                                "centers",
                                centers.choices(caller, LESSON_READ),
                                "topics",
                                discovery.topics(caller)))
                .under(LessonParts.LIST);
    }

    @GET
    @Path("lessons.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response csv(@Context Caller caller) {
        return file(caller, "lessons.csv", out -> export.csv(caller, LessonFilter.ALL, out));
    }

    @GET
    @Path("lessons.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response json(@Context Caller caller) {
        return file(caller, "lessons.json", out -> export.json(caller, LessonFilter.ALL, out));
    }

    @GET
    @Path("pack")
    public Response pack(
            @Context Caller caller,
            @QueryParam("center") String named,
            @QueryParam("category") List<String> categories,
            @QueryParam("topic") String topic,
            @QueryParam("procedures") String procedures) {
        List<Choice> choices = centers.choices(caller, LESSON_READ);
        String center = centers.chosen(named, choices).orElse("");
        access.require(caller, LESSON_READ, center, Lesson.ref("pack"));
        String html =
                packs.html(
                        caller,
                        new OfflinePacks.Choice(
                                center,
                                centers.names(caller).getOrDefault(center, center),
                                categories.stream()
                                        .map(name -> Names.find(Category.values(), name))
                                        .flatMap(Optional::stream)
                                        .collect(Collectors.toSet()),
                                Lists.given(topic),
                                procedures != null),
                        LocalDate.now(centers.zone(center)));
        return file(
                caller,
                "lessons-offline.html",
                out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
    }

    private Response file(Caller caller, String name, StreamingOutput content) {
        export.require(caller);
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
