package org.tieline.web.internal.audit;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.journal.JournalFilter;
import org.tieline.web.Lists;

/** What the audit page is asked for; days are those of the reader's time zone. */
public final class AuditQuery {
    @QueryParam("center")
    private String center;

    @QueryParam("kind")
    private String kind;

    @QueryParam("record")
    private String record;

    @QueryParam("actor")
    private String actor;

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    static AuditQuery of(String center) {
        AuditQuery query = new AuditQuery();
        query.center = center;
        return query;
    }

    public String center() {
        return text(center);
    }

    public String kind() {
        return text(kind);
    }

    public String record() {
        return text(record);
    }

    public String actor() {
        return text(actor);
    }

    public String from() {
        return text(from);
    }

    public String to() {
        return text(to);
    }

    public boolean any() {
        return address("").filtered();
    }

    /**
     * @param centers finds a center's id for what was typed
     * @param actors finds the id of whoever is meant by what was typed
     * @throws Invalid if a day is not one
     */
    JournalFilter filter(ZoneId zone, UnaryOperator<String> centers, UnaryOperator<String> actors) {
        return new JournalFilter(
                Lists.given(center).map(centers),
                Lists.given(kind),
                Lists.given(record),
                Lists.given(actor).map(actors),
                day("from", from).map(day -> start(day, zone)),
                day("to", to).map(day -> start(day.plusDays(1), zone)));
    }

    Lists address(String path) {
        return new Lists(path)
                .by("center", Lists.given(center))
                .by("kind", Lists.given(kind))
                .by("record", Lists.given(record))
                .by("actor", Lists.given(actor))
                .by("from", Lists.given(from))
                .by("to", Lists.given(to));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Optional<LocalDate> day(String field, String typed) {
        try {
            return Lists.given(typed).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new Invalid(new FieldError(field, "must be a day such as 2027-01-31"));
        }
    }

    private static String text(String typed) {
        return Lists.given(typed).orElse("");
    }
}
