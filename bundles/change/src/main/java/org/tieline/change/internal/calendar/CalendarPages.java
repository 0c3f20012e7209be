package org.tieline.change.internal.calendar;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_DRAFT;
import static org.tieline.change.internal.record.ChangeOperations.CHANGE_READ;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeConflict;
import org.tieline.api.change.Changes;
import org.tieline.api.change.KnownConflict;
import org.tieline.api.change.Window;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.change.internal.record.ChangeWords;
import org.tieline.change.internal.record.FoundConflicts;
import org.tieline.web.Choice;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** The calendar: drawn where scripts run, and beside it as a table of a month. */
@Component(service = PageResource.class)
@Path(CalendarViews.PATH)
@Produces(MediaType.TEXT_HTML)
public final class CalendarPages implements PageResource {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_LOOK = Duration.ofDays(62);

    private final Changes changes;
    private final Schedule schedule;
    private final PageCenters centers;
    private final Access access;

    @Activate
    public CalendarPages(
            @Reference Changes changes,
            @Reference Schedule schedule,
            @Reference PageCenters centers,
            @Reference Access access) {
        this.changes = changes;
        this.schedule = schedule;
        this.centers = centers;
        this.access = access;
    }

    @GET
    public View show(
            @Context Caller caller,
            @QueryParam("center") String named,
            @QueryParam("month") String month) {
        List<Choice> choices = centers.choices(caller, CHANGE_READ);
        String center = centers.chosen(named, choices).orElse("");
        ZoneId zone = centers.zone(center);
        YearMonth shown = month(month, zone);
        Window time =
                new Window(
                        shown.atDay(1).atStartOfDay(zone).toInstant(),
                        shown.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
        return CalendarViews.view(
                "Calendar",
                "calendar",
                Map.of(
                        "centers",
                        choices,
                        "center",
                        center,
                        "zone",
                        zone,
                        "month",
                        shown,
                        "changes",
                        center.isEmpty() ? List.of() : schedule.changes(caller, center, time),
                        "freezes",
                        center.isEmpty() ? List.of() : schedule.freezes(caller, center, time),
                        "moves",
                        !center.isEmpty() && access.allows(caller, CHANGE_DRAFT, center)));
    }

    private static YearMonth month(String text, ZoneId zone) {
        try {
            YearMonth month = YearMonth.parse(text == null ? "" : text);
            return month.getYear() < 2000 || month.getYear() > 2200 ? YearMonth.now(zone) : month;
        } catch (DateTimeException e) {
            return YearMonth.now(zone);
        }
    }

    /** What the drawn calendar shows, in the center's own time. */
    @GET
    @Path("events")
    @Produces(MediaType.APPLICATION_JSON)
    public String events(
            @Context Caller caller,
            @QueryParam("center") String center,
            @QueryParam("start") String start,
            @QueryParam("end") String end) {
        String of = Optional.ofNullable(center).orElse("");
        ZoneId zone = centers.zone(of);
        Window time = time(start, end, zone);
        boolean moves = access.allows(caller, CHANGE_DRAFT, of);
        List<CalendarEvent> events =
                Stream.concat(
                                schedule.freezes(caller, of, time).stream()
                                        .map(freeze -> CalendarEvent.of(freeze, zone)),
                                schedule.changes(caller, of, time).stream()
                                        .map(entry -> CalendarEvent.of(entry, zone, moves)))
                        .toList();
        try {
            return JSON.writeValueAsString(events);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Window time(String start, String end, ZoneId zone) {
        List<FieldError> faults = new ArrayList<>();
        Optional<Instant> from = CalendarViews.instant("start", text(start), zone, faults);
        Optional<Instant> to = CalendarViews.instant("end", text(end), zone, faults);
        if (faults.isEmpty()
                && Duration.between(from.get(), to.get()).compareTo(LONGEST_LOOK) > 0) {
            faults.add(new FieldError("end", "must be at most 62 days after the start"));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return new Window(from.get(), to.get());
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }

    /** What a change would collide with if it began at another time. */
    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public View check(
            @Context Caller caller,
            @FormParam("change") String id,
            @FormParam("start") String start) {
        Change change = changes.get(caller, text(id));
        ZoneId zone = centers.zone(change.center());
        Window window = moved(change, start, zone);
        return moving(caller, change, window, "", List.of());
    }

    /**
     * @param reason why it goes on in spite of its conflicts, as it was typed
     */
    private View moving(
            Caller caller, Change change, Window window, String reason, List<String> faults) {
        ZoneId zone = centers.zone(change.center());
        List<ChangeConflict> conflicts =
                changes.preview(
                                caller,
                                change.center(),
                                Optional.of(change.id()),
                                change.facts().at(window))
                        .conflicts();
        boolean stays = ChangeViews.staysInSchedule(change);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("change", change);
        parameters.put("zone", zone);
        parameters.put("window", window);
        parameters.put("start", CalendarViews.local(window.start(), zone));
        parameters.put("conflicts", conflicts);
        parameters.put("blocked", stays && conflicts.stream().anyMatch(ChangeConflict::hard));
        parameters.put(
                "asks",
                stays
                        && FoundConflicts.merge(change.conflicts(), conflicts).stream()
                                .anyMatch(KnownConflict::wantsReason));
        parameters.put("reason", reason);
        parameters.put("faults", faults);
        return CalendarViews.view("Move a change", "calendarmove", parameters)
                .under(CalendarViews.CALENDAR);
    }

    @POST
    @Path("move")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(
            @Context Caller caller,
            @FormParam("change") String id,
            @FormParam("version") long version,
            @FormParam("start") String start,
            @FormParam("conflictReason") String reason) {
        Change change = changes.get(caller, text(id));
        ZoneId zone = centers.zone(change.center());
        Window window = moved(change, start, zone);
        try {
            Change moved =
                    changes.update(
                            caller,
                            change.id(),
                            version,
                            change.facts().at(window),
                            Lists.given(reason));
            return SeeOther.page(
                    CalendarViews.PATH
                            + "?center="
                            + change.center()
                            + "&month="
                            + YearMonth.from(window.start().atZone(zone)),
                    "\"" + change.facts().title() + "\" was moved." + since(change, moved));
        } catch (Invalid e) {
            List<String> faults =
                    e.errors().stream()
                            .map(fault -> ChangeWords.field(fault.field()) + " " + fault.message())
                            .toList();
            return moving(caller, change, window, text(reason), faults).at(400);
        }
    }

    private static String since(Change before, Change moved) {
        if (moved.approval().round() > before.approval().round()) {
            return " Approval is asked for again, as its window was approved with it.";
        }
        return moved.state() == before.state()
                ? ""
                : " It is out of the schedule now: put it in again when it is complete.";
    }

    /** A change keeps its length wherever it is moved. */
    private static Window moved(Change change, String start, ZoneId zone) {
        List<FieldError> faults = new ArrayList<>();
        Optional<Instant> from = CalendarViews.instant("start", text(start), zone, faults);
        Optional<Window> before = change.facts().window();
        if (before.isEmpty()) {
            faults.add(new FieldError("change", "has no window that could be moved"));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return new Window(from.get(), from.get().plus(before.get().length()));
    }
}
