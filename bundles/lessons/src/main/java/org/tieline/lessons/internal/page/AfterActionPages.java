package org.tieline.lessons.internal.page;

import static org.tieline.lessons.internal.LessonOperations.LESSON_WRITE;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Invalid;
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Classification;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonSource;
import org.tieline.api.lessons.Lessons;
import org.tieline.api.lessons.Narrative;
import org.tieline.api.lessons.Severity;
import org.tieline.core.record.Names;
import org.tieline.http.BodyLimit;
import org.tieline.lessons.internal.AfterAction;
import org.tieline.lessons.internal.AfterAction.Point;
import org.tieline.lessons.internal.LessonDates;
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
@BodyLimit(4L << 20)
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
        return pasting(caller, "", "");
    }

    private View pasting(Caller caller, String text, String fault) {
        List<Choice> choices = centers.choices(caller, LESSON_WRITE);
        if (choices.isEmpty()) {
            access.require(caller, LESSON_WRITE, Caller.EVERYWHERE, Lesson.ref("after-action"));
        }
        return LessonParts.view(
                        "After-action text",
                        "afteraction",
                        Map.of("centers", choices, "text", text, "fault", fault))
                .under(LessonParts.LIST);
    }

    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response preview(@Context Caller caller, MultivaluedMap<String, String> sent) {
        String center = given(sent, "center");
        access.require(caller, LESSON_WRITE, center, Lesson.ref("after-action"));
        String text = given(sent, "text");
        String day = given(sent, "happenedOn").strip();
        if (text.length() > AfterAction.MAX_TEXT) {
            return pasting(caller, "", "The text is too long. Paste only its findings.").at(400);
        }
        if (!day.isEmpty() && LessonDates.first(day).isEmpty()) {
            return pasting(
                            caller,
                            text,
                            "When it happened must be a day, a month or a year, such as"
                                    + " 2026-11-22, 2026-11 or 2026.")
                    .at(400);
        }
        List<Point> points = AfterAction.points(text);
        if (points.isEmpty()) {
            return pasting(
                            caller,
                            text,
                            "Nothing was found. Put what went well below a line “Strengths” and what"
                                    + " must improve below “Areas for improvement”, with - before each.")
                    .at(400);
        }
        return LessonParts.view(
                        "What was found",
                        "afteractionfound",
                        Map.of(
                                "center",
                                center,
                                "points",
                                points,
                                "source",
                                given(sent, "source"),
                                "happenedOn",
                                day))
                .under(LessonParts.LIST)
                .at(200);
    }

    @POST
    @Path("drafts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(@Context Caller caller, MultivaluedMap<String, String> sent) {
        String center = given(sent, "center");
        access.require(caller, LESSON_WRITE, center, Lesson.ref("after-action"));
        List<String> faults = new ArrayList<>();
        int made = 0;
        for (String which : Optional.ofNullable(sent.get("keep")).orElse(List.of())) {
            try {
                lessons.create(caller, center, draft(sent, which));
                made++;
            } catch (Invalid e) {
                faults.add(e.getMessage());
            }
        }
        String told =
                made == 1
                        ? "One draft was made. Complete it and hand it in for review."
                        : made + " drafts were made. Complete them and hand them in for review.";
        return SeeOther.page(
                new Lists(LessonParts.PATH)
                        .by("center", Optional.of(center))
                        .by("state", Optional.of("draft"))
                        .at(LessonParts.PATH),
                faults.isEmpty() ? told : told + " Not made: " + String.join("; ", faults));
    }

    private static LessonDraft draft(MultivaluedMap<String, String> sent, String which) {
        boolean strength = given(sent, "strength-" + which).equals("true");
        String day = given(sent, "happenedOn").strip();
        return new LessonDraft(
                given(sent, "title-" + which).strip(),
                new Narrative(
                        given(sent, "analysis-" + which),
                        given(sent, "observed-" + which),
                        given(sent, "recommended-" + which),
                        given(sent, "reference-" + which)),
                new Classification(
                        Category.PROCESS,
                        Severity.MODERATE,
                        Names.find(LessonSource.values(), given(sent, "source"))
                                .orElse(LessonSource.EXERCISE),
                        List.of("after-action", strength ? "strength" : "area for improvement"),
                        List.of(),
                        List.of(),
                        Set.of(),
                        List.of(),
                        List.of()),
                Optional.of(day).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Audience.CENTER,
                Set.of());
    }

    private static String given(MultivaluedMap<String, String> sent, String name) {
        return Optional.ofNullable(sent.getFirst(name)).orElse("");
    }
}
