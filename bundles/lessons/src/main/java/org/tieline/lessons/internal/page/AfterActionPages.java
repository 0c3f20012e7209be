package org.tieline.lessons.internal.page;

import static org.tieline.lessons.internal.record.LessonOperations.LESSON_WRITE;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Invalid;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonSource;
import org.tieline.api.lessons.Lessons;
import org.tieline.core.record.EnumNames;
import org.tieline.http.BodyLimit;
import org.tieline.lessons.internal.imports.AfterAction;
import org.tieline.lessons.internal.imports.AfterAction.Point;
import org.tieline.lessons.internal.record.LessonDates;
import org.tieline.web.Choice;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** Drafts from the text of a hot wash or an after-action report. */
@Component(service = PageResource.class)
@Path(AfterActionPages.PATH)
@Produces(MediaType.TEXT_HTML)
@BodyLimit(AfterAction.MAX_BYTES)
public final class AfterActionPages implements PageResource {
    static final String PATH = "/lesson-after-action";

    private final Lessons lessons;
    private final PageCenters centers;
    private final Access access;

    @Activate
    public AfterActionPages(
            @Reference Lessons lessons, @Reference PageCenters centers, @Reference Access access) {
        this.lessons = lessons;
        this.centers = centers;
        this.access = access;
    }

    @GET
    public View choose(@Context Caller caller) {
        return pasting(caller, new MultivaluedHashMap<>(), "");
    }

    private View pasting(Caller caller, MultivaluedMap<String, String> sent, String fault) {
        List<Choice> choices = centers.choices(caller, LESSON_WRITE);
        if (choices.isEmpty()) {
            access.require(caller, LESSON_WRITE, Caller.EVERYWHERE, Lesson.ref("after-action"));
        }
        return LessonParts.view(
                        "After-action text",
                        "afteraction",
                        Map.of(
                                "centers",
                                choices,
                                "center",
                                given(sent, "center"),
                                "source",
                                source(sent),
                                "happenedOn",
                                given(sent, "happenedOn"),
                                "text",
                                given(sent, "text"),
                                "fault",
                                fault))
                .under(LessonParts.LIST);
    }

    /** Returns the text of a file that was chosen, for the page to show. */
    @POST
    @Path("file")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces("text/plain;charset=UTF-8")
    public Response file(
            @Context Caller caller, @QueryParam("center") String center, byte[] content) {
        access.require(
                caller,
                LESSON_WRITE,
                Optional.ofNullable(center).orElse(""),
                Lesson.ref("after-action"));
        try {
            return Response.ok(AfterAction.text(content)).build();
        } catch (Invalid e) {
            return Response.status(400).entity(e.errors().get(0).message()).build();
        }
    }

    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response preview(@Context Caller caller, MultivaluedMap<String, String> sent) {
        String center = given(sent, "center");
        access.require(caller, LESSON_WRITE, center, Lesson.ref("after-action"));
        if (day(sent).filter(day -> LessonDates.first(day).isEmpty()).isPresent()) {
            return pasting(
                            caller,
                            sent,
                            "When it happened must be a day, a month or a year, such as"
                                    + " 2026-11-22, 2026-11 or 2026.")
                    .at(400);
        }
        try {
            return found(center, AfterAction.found(given(sent, "text")), sent, List.of()).at(200);
        } catch (Invalid e) {
            return pasting(caller, sent, "The text " + e.errors().get(0).message() + ".").at(400);
        }
    }

    private static View found(
            String center,
            List<Point> points,
            MultivaluedMap<String, String> sent,
            List<String> faults) {
        return LessonParts.view(
                        "What was found",
                        "afteractionfound",
                        Map.of(
                                "center",
                                center,
                                "points",
                                points,
                                "source",
                                source(sent),
                                "happenedOn",
                                day(sent).orElse(""),
                                "faults",
                                faults))
                .under(LessonParts.LIST);
    }

    /** Makes the drafts that were kept; those that cannot be made are shown again. */
    @POST
    @Path("drafts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(@Context Caller caller, MultivaluedMap<String, String> sent) {
        String center = given(sent, "center");
        access.require(caller, LESSON_WRITE, center, Lesson.ref("after-action"));
        List<String> faults = new ArrayList<>();
        List<Point> left = new ArrayList<>();
        int made = 0;
        for (String which : Optional.ofNullable(sent.get("keep")).orElse(List.of())) {
            Point point = point(sent, which);
            try {
                LessonSource source =
                        EnumNames.find(LessonSource.values(), source(sent)).orElseThrow();
                lessons.create(caller, center, point.draft(source, day(sent)));
                made++;
            } catch (Invalid e) {
                left.add(point);
                faults.add(
                        (point.title().isEmpty() ? "One" : "“" + point.title() + "”")
                                + " cannot be a draft: "
                                + e.getMessage());
            }
        }
        String told =
                made == 1
                        ? "One draft was made. Complete it and hand it in for review."
                        : made + " drafts were made. Complete them and hand them in for review.";
        if (!left.isEmpty()) {
            faults.add(0, made == 0 ? "No draft was made yet." : told);
            return found(center, left, sent, faults).at(400);
        }
        return SeeOther.page(
                new Lists(LessonParts.PATH)
                        .by("center", Optional.of(center))
                        .by("state", Optional.of("draft"))
                        .at(LessonParts.PATH),
                told);
    }

    private static Point point(MultivaluedMap<String, String> sent, String which) {
        return new Point(
                given(sent, "strength-" + which).equals("true"),
                given(sent, "title-" + which).strip(),
                given(sent, "observed-" + which),
                given(sent, "analysis-" + which),
                given(sent, "reference-" + which),
                given(sent, "recommended-" + which));
    }

    private static String source(MultivaluedMap<String, String> sent) {
        return EnumNames.of(
                EnumNames.find(LessonSource.values(), given(sent, "source"))
                        .orElse(LessonSource.EXERCISE));
    }

    private static Optional<String> day(MultivaluedMap<String, String> sent) {
        return Lists.given(given(sent, "happenedOn"));
    }

    private static String given(MultivaluedMap<String, String> sent, String name) {
        return Optional.ofNullable(sent.getFirst(name)).orElse("");
    }
}
