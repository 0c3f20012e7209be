package org.tieline.change.internal.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tieline.api.error.FieldError;
import org.tieline.web.Link;
import org.tieline.web.Templates;
import org.tieline.web.View;

/** The templates of the calendar's pages, and how they write times. */
final class CalendarViews {
    static final String PATH = "/calendar";
    static final Link CALENDAR = new Link("Calendar", PATH);

    private static final Templates TEMPLATES =
            Templates.of(CalendarViews.class, "org.tieline.change.internal.templates");
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private CalendarViews() {}

    static View view(String title, String template, Map<String, Object> parameters) {
        return new View(title, TEMPLATES, template + ".jte", parameters);
    }

    /** Returns what the center's clock shows, such as {@code 2026-11-24T02:00}. */
    static String local(Instant at, ZoneId zone) {
        return LOCAL.format(at.atZone(zone));
    }

    /**
     * Returns when the center's clock shows a time: the first time, if it does so twice; an hour
     * later, if it leaves it out.
     */
    static Optional<Instant> instant(
            String field, String local, ZoneId zone, List<FieldError> faults) {
        try {
            return Optional.of(
                    LocalDateTime.parse(local.length() > 19 ? local.substring(0, 19) : local)
                            .atZone(zone)
                            .toInstant());
        } catch (DateTimeException e) {
            faults.add(
                    new FieldError(field, "must be a day and a time, such as 2026-11-24 at 02:00"));
            return Optional.empty();
        }
    }
}
