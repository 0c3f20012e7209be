package org.tieline.change.internal.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.Test;
import org.tieline.api.change.ChangeEntry;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.FreezeDraft;
import org.tieline.api.change.FreezeState;
import org.tieline.api.change.Freezes;
import org.tieline.api.change.RiskLevel;
import org.tieline.api.change.Window;
import org.tieline.api.record.Stored;
import org.tieline.api.record.Who;

/** The feed as a calendar program reads it. */
class IcsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final Window NIGHT =
            new Window(
                    Instant.parse("2026-11-01T05:30:00Z"), Instant.parse("2026-11-01T08:30:00Z"));

    private static ChangeEntry entry(String title, ChangeState state) {
        return new ChangeEntry(
                "id-" + state,
                "harbor",
                "C-2026-0012",
                title,
                ChangeType.NORMAL,
                state,
                RiskLevel.LOW,
                Optional.of(NIGHT),
                Optional.of(new Who("ann", "Ann Lee")),
                new Who("bob", "Bob"),
                Optional.empty(),
                NOW);
    }

    private static Calendar read(Ics ics) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(ics.text()));
        ValidationResult result = calendar.validate(true);
        assertFalse(result.hasErrors(), result::toString);
        return calendar;
    }

    private static List<VEvent> events(Calendar calendar) {
        return calendar.getComponents("VEVENT");
    }

    @Test
    void anEmptyCalendarIsValid() throws Exception {
        Calendar calendar =
                new CalendarBuilder().build(new StringReader(new Ics("Harbor", NOW).text()));
        assertEquals(0, events(calendar).size());
    }

    @Test
    void changesAndFreezesAreReadBack() throws Exception {
        Ics ics = new Ics("Harbor County: changes", NOW);
        ics.add(entry("CAD upgrade", ChangeState.SCHEDULED));
        ics.add(entry("Trunk move", ChangeState.APPROVAL));
        ics.add(
                new Stored<>(
                        Freezes.ref("f"),
                        "harbor",
                        Optional.empty(),
                        FreezeState.IN_FORCE,
                        new FreezeDraft(
                                "County fair", NIGHT, Optional.of("Two lines\nof reason; really")),
                        1,
                        NOW,
                        NOW));
        List<VEvent> events = events(read(ics));
        assertEquals(
                List.of("CAD upgrade", "Trunk move", "Frozen: County fair"),
                events.stream().map(event -> event.getSummary().getValue()).toList());
        assertEquals(
                List.of("CONFIRMED", "TENTATIVE", "CONFIRMED"),
                events.stream().map(event -> event.getStatus().getValue()).toList());
        assertEquals("Two lines\nof reason; really", events.get(2).getDescription().getValue());
        for (VEvent event : events) {
            Temporal start = event.<Temporal>getDateTimeStart().getDate();
            assertEquals(NIGHT.start(), Instant.from(start), "across the night the clocks go back");
            assertEquals(
                    Duration.ofHours(3),
                    Duration.between(start, event.<Temporal>getDateTimeEnd().getDate()));
        }
    }

    @Test
    void noTextBreaksOut() throws Exception {
        String nasty =
                "a,b;c\\d\r\nEND:VEVENT\r\nX-EVIL:1 \u0007<b>" + "ü漢🚒".repeat(60) + "\nlast";
        Ics ics = new Ics(nasty, NOW);
        ics.add(entry(nasty, ChangeState.SCHEDULED));
        for (String line : ics.text().split("\r\n")) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
        }
        List<VEvent> events = events(read(ics));
        assertEquals(1, events.size());
        assertEquals(
                nasty.replace("\r\n", "\n").replace('\u0007', ' '),
                events.get(0).getSummary().getValue());
        assertTrue(events.get(0).getProperty("X-EVIL").isEmpty());
    }
}
