package org.tieline.lessons.internal.page;

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
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.access.Caller;
import org.tieline.api.error.NotFound;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonVersion;
import org.tieline.api.lessons.Lessons;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** What a lesson said before, beside what it says now. */
@Component(service = PageResource.class)
@Path("/lesson-versions")
@Produces(MediaType.TEXT_HTML)
public final class VersionPages implements PageResource {
    private final Lessons lessons;
    private final PageCenters centers;

    @Activate
    public VersionPages(@Reference Lessons lessons, @Reference PageCenters centers) {
        this.lessons = lessons;
        this.centers = centers;
    }

    @GET
    @Path("{id}")
    public View list(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("cursor") String cursor) {
        Lesson lesson = lessons.get(caller, id);
        Page<LessonVersion> page = lessons.versions(caller, id, Lists.page(cursor));
        return LessonParts.view(
                        "Versions",
                        "versions",
                        Map.of(
                                "lesson",
                                lesson,
                                "page",
                                page,
                                "next",
                                new Lists(Lists.path("lesson-versions", id)).next(page),
                                "zone",
                                centers.zone(lesson.center())))
                .under(LessonParts.LIST, above(lesson));
    }

    private static Link above(Lesson lesson) {
        return new Link(lesson.facts().title(), LessonParts.path(lesson.id()));
    }

    @GET
    @Path("{id}/{version}")
    public View compare(
            @Context Caller caller,
            @PathParam("id") String id,
            @PathParam("version") String number) {
        Lesson lesson = lessons.get(caller, id);
        LessonVersion before = version(caller, id, number);
        return LessonParts.view(
                        "Version " + before.version(),
                        "version",
                        Map.of(
                                "lesson",
                                lesson,
                                "before",
                                before,
                                "zone",
                                centers.zone(lesson.center())))
                .under(
                        LessonParts.LIST,
                        above(lesson),
                        new Link("Versions", Lists.path("lesson-versions", id)));
    }

    private LessonVersion version(Caller caller, String id, String number) {
        try {
            return lessons.version(caller, id, Long.parseLong(number))
                    .orElseThrow(() -> new NotFound(Lesson.ref(id)));
        } catch (NumberFormatException e) {
            throw new NotFound(Lesson.ref(id));
        }
    }

    @POST
    @Path("{id}/{version}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response restore(
            @Context Caller caller,
            @PathParam("id") String id,
            @PathParam("version") String number,
            MultivaluedMap<String, String> sent) {
        LessonVersion before = version(caller, id, number);
        long seen =
                Optional.ofNullable(sent.getFirst("version"))
                        .filter(text -> text.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .orElse(0L);
        lessons.update(caller, id, seen, before.facts());
        return SeeOther.page(
                LessonParts.path(id), "Version " + before.version() + " was restored as a draft.");
    }
}
