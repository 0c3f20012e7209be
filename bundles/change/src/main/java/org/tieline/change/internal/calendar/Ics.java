package org.tieline.change.internal.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tieline.api.change.ChangeEntry;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.FreezeDraft;
import org.tieline.api.change.FreezeState;
import org.tieline.api.change.Window;
import org.tieline.api.record.Stored;
import org.tieline.core.record.EnumNames;

/**
 * A calendar as iCalendar (RFC 5545) spells it. Times are in UTC, so that no program needs to know
 * a center's zone.
 */
final class Ics {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final int LINE = 75;

    private final StringBuilder lines = new StringBuilder();
    private final Instant now;

    Ics(String name, Instant now) {
        this.now = now;
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Tieline//Changes//EN");
        line("CALSCALE:GREGORIAN");
        line("X-WR-CALNAME:" + text(name));
        line("REFRESH-INTERVAL;VALUE=DURATION:PT15M");
    }

    void add(ChangeEntry entry) {
        boolean asked = entry.state() == ChangeState.DRAFT || entry.state() == ChangeState.APPROVAL;
        event(
                "change-" + entry.id(),
                entry.window().orElseThrow(),
                entry.title(),
                entry.number()
                        + ", "
                        + EnumNames.of(entry.state()).replace('-', ' ')
                        + entry.implementer().map(who -> ", " + who.name()).orElse(""),
                asked ? "TENTATIVE" : "CONFIRMED",
                entry.updated());
    }

    void add(Stored<FreezeDraft, FreezeState> freeze) {
        event(
                "freeze-" + freeze.id(),
                freeze.facts().window(),
                "Frozen: " + freeze.facts().title(),
                freeze.facts().reason().orElse("Nothing is changed at this time."),
                "CONFIRMED",
                freeze.updated());
    }

    private void event(
            String id,
            Window window,
            String title,
            String description,
            String status,
            Instant updated) {
        line("BEGIN:VEVENT");
        line("UID:" + id + "@tieline");
        line("DTSTAMP:" + UTC.format(now));
        line("LAST-MODIFIED:" + UTC.format(updated));
        line("DTSTART:" + UTC.format(window.start()));
        line("DTEND:" + UTC.format(window.end()));
        line("SUMMARY:" + text(title));
        line("DESCRIPTION:" + text(description));
        line("STATUS:" + status);
        line("END:VEVENT");
    }

    String text() {
        return lines + "END:VCALENDAR\r\n";
    }

    private static String text(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** Writes a line, folded so that none is longer than 75 octets; no character is cut in two. */
    private void line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            String one = Character.toString(character);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.append(one);
            octets += size;
            i += Character.charCount(character);
        }
        lines.append("\r\n");
    }
}
