package org.tieline.change.internal.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.change.CallProfileDraft;
import org.tieline.api.change.ChangeSchedule;
import org.tieline.api.change.FreezeDraft;
import org.tieline.api.change.Suggestion;
import org.tieline.api.change.Window;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.change.internal.callprofile.SqlCallProfiles;
import org.tieline.change.internal.freeze.SqlFreezes;
import org.tieline.core.internal.Engine;

/** The times that are suggested. */
class SuggestTest extends CalendarTest {
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private final SqlChangeSchedule schedule =
            new SqlChangeSchedule(store, platform.access, assetImpact, conflicts, platform.clock);
    private final Instant now = platform.clock.instant();

    SuggestTest(Engine engine) {
        super(engine);
    }

    private List<Suggestion> suggested(Optional<String> implementer) {
        return schedule.suggest(
                manager,
                center,
                Optional.empty(),
                draft(new Window(now, now.plus(TWO_HOURS)), implementer, Set.of()),
                TWO_HOURS,
                now);
    }

    /** Fewest calls from three to five, on Wednesdays fewer still. */
    private void profile() {
        List<Double> calls = new ArrayList<>();
        for (int hour = 0; hour < CallProfileDraft.HOURS; hour++) {
            boolean night = hour % 24 == 3 || hour % 24 == 4;
            boolean wednesday = hour / 24 == 2;
            calls.add(night ? wednesday ? 1d : 2d : 10d + hour % 24);
        }
        SqlCallProfiles.in(store, platform.access, platform.centers)
                .write(manager, center, 0, new CallProfileDraft(calls, Optional.empty()));
    }

    @Test
    void theCalmestFreeTimesOfTheNextFortnightComeFirst() {
        profile();
        List<Suggestion> suggested = suggested(Optional.empty());
        assertEquals(ChangeSchedule.MOST, suggested.size());
        for (Suggestion one : suggested) {
            LocalDateTime start = LocalDateTime.ofInstant(one.window().start(), ZONE);
            assertEquals(3, start.getHour(), one::toString);
            assertEquals(List.of(), one.conflicts());
            assertTrue(one.window().start().isAfter(now), one::toString);
            assertTrue(one.window().start().isBefore(now.plus(Duration.ofDays(22))), one::toString);
        }
        assertEquals(
                List.of(DayOfWeek.WEDNESDAY, DayOfWeek.WEDNESDAY),
                suggested.stream()
                        .limit(2)
                        .map(one -> one.window().start().atZone(ZONE).getDayOfWeek())
                        .toList());
        assertEquals(
                List.of(
                        "Nothing stands in the way.",
                        "About 2 calls are to be expected; a time of this length has 41 on"
                                + " average."),
                suggested.get(0).reasons());
    }

    @Test
    void aFreezeIsPassedOver() {
        Instant thaw = now.plus(Duration.ofDays(60));
        new SqlFreezes(store, platform.access, platform.centers, platform.clock)
                .create(
                        manager,
                        center,
                        new FreezeDraft("Storm season", new Window(now, thaw), Optional.empty()));
        List<Suggestion> suggested = suggested(Optional.empty());
        assertEquals(ChangeSchedule.MOST, suggested.size());
        suggested.forEach(one -> assertTrue(!one.window().start().isBefore(thaw), one::toString));
    }

    @Test
    void wereEverythingTakenThatWithTheFewestConflictsIsSuggested() {
        for (int fortnight = -1; fortnight < 8; fortnight++) {
            Instant from = now.plus(Duration.ofDays(14L * fortnight));
            planned(
                    center,
                    "Long work",
                    new Window(from, from.plus(Window.LONGEST)),
                    Optional.of("ann"));
        }
        List<Suggestion> suggested = suggested(Optional.of("ann"));
        assertEquals(ChangeSchedule.MOST, suggested.size());
        suggested.forEach(one -> assertEquals(1, one.conflicts().size(), one::toString));
        assertEquals("One thing asks for a reason.", suggested.get(0).reasons().get(0));
    }

    @Test
    void aLengthOutOfRangeAndAForeignCenterAreRefused() {
        for (Duration length : List.of(Duration.ZERO, Duration.ofDays(15), TWO_HOURS.negated())) {
            assertThrows(
                    Invalid.class,
                    () ->
                            schedule.suggest(
                                    manager,
                                    center,
                                    Optional.empty(),
                                    draft(new Window(now, now), Optional.empty(), Set.of()),
                                    length,
                                    now));
        }
        String other = platform.center();
        assertThrows(
                NotFound.class,
                () ->
                        schedule.suggest(
                                manager,
                                other,
                                Optional.empty(),
                                draft(new Window(now, now), Optional.empty(), Set.of()),
                                TWO_HOURS,
                                now));
    }
}
