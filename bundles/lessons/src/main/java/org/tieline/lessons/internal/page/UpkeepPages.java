package org.tieline.lessons.internal.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Stale;
import org.tieline.api.lessons.LessonUpkeep;
import org.tieline.lessons.internal.record.LessonFacts;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;

/** What readers say of a lesson, and what its owner answers. */
@Component(service = PageResource.class)
@Path("/lesson-upkeep")
@Produces(MediaType.TEXT_HTML)
public final class UpkeepPages implements PageResource {
    private final LessonUpkeep upkeep;

    @Activate
    public UpkeepPages(@Reference LessonUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @POST
    @Path("{id}/helped")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response helped(
            @Context Caller caller,
            @PathParam("id") String id,
            @FormParam("center") String center) {
        upkeep.helped(caller, id, Optional.ofNullable(center).orElse(""));
        return SeeOther.page(LessonParts.path(id), "Thank you. Lessons that help are found first.");
    }

    @POST
    @Path("{id}/outdated")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response outdated(
            @Context Caller caller,
            @PathParam("id") String id,
            @FormParam("center") String center,
            @FormParam("reason") String reason) {
        return done(
                id,
                "Thank you. Whoever keeps the lesson was told.",
                () ->
                        upkeep.outdated(
                                caller,
                                id,
                                Optional.ofNullable(center).orElse(""),
                                Optional.ofNullable(reason).orElse("").strip()));
    }

    @POST
    @Path("{id}/still-holds")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response stillHolds(
            @Context Caller caller,
            @PathParam("id") String id,
            @FormParam("version") long version,
            @FormParam("reviewOn") String next) {
        return done(
                id,
                "Noted: the lesson still holds.",
                () ->
                        upkeep.stillHolds(
                                caller,
                                id,
                                version,
                                LessonFacts.date("reviewOn", Optional.ofNullable(next))));
    }

    /** What is refused is told on the lesson's page, where the form stands. */
    private static Response done(String id, String message, Runnable work) {
        try {
            work.run();
            return SeeOther.page(LessonParts.path(id), message);
        } catch (Invalid e) {
            return SeeOther.page(
                    LessonParts.path(id),
                    "Nothing was saved: "
                            + e.errors().stream()
                                    .map(error -> "it " + error.message())
                                    .collect(Collectors.joining("; "))
                            + ".");
        } catch (Conflict | Stale e) {
            return SeeOther.page(LessonParts.path(id), "Nothing was saved: " + e.getMessage());
        }
    }
}
