package org.tieline.change.internal.callprofile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.change.CallProfileDraft;
import org.tieline.api.change.CallProfileState;
import org.tieline.api.change.ChangeConflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;
import org.tieline.api.record.Stored;
import org.tieline.change.internal.conflict.CalendarTest;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;

/** Call-load profiles, and what they say of a window. */
class CallProfilesTest extends CalendarTest {
    private final SqlCallProfiles profiles =
            SqlCallProfiles.in(store, platform.access, platform.centers);

    CallProfilesTest(Engine engine) {
        super(engine);
    }

    private static List<Double> week(double calls) {
        return new ArrayList<>(Collections.nCopies(CallProfileDraft.HOURS, calls));
    }

    private Stored<CallProfileDraft, CallProfileState> write(
            Caller caller, long version, List<Double> calls) {
        return profiles.write(
                caller, center, version, new CallProfileDraft(calls, Optional.empty()));
    }

    @Test
    void aProfileIsKeptAsItWasGiven() {
        assertEquals(Optional.empty(), profiles.of(manager, center));
        assertThrows(Stale.class, () -> write(manager, 3, week(1)));
        List<Double> calls = week(12.5);
        calls.set(167, 99_999d);
        CallProfileDraft draft = new CallProfileDraft(calls, Optional.of("CAD, last quarter"));
        profiles.write(manager, center, 0, draft);
        Stored<CallProfileDraft, CallProfileState> kept =
                profiles.of(manager, center).orElseThrow();
        assertEquals(calls, kept.facts().calls());
        assertEquals(1, kept.version());
        assertThrows(Stale.class, () -> write(manager, 0, calls));
        assertEquals(kept, profiles.write(manager, center, 1, draft));
        assertEquals(2, write(manager, 1, week(0)).version());
    }

    @Test
    void rightsAreThoseOfTheCenter() {
        assertThrows(Forbidden.class, () -> write(Platform.caller(center, Role.STAFF), 0, week(1)));
        String other = platform.center();
        assertThrows(NotFound.class, () -> profiles.of(manager, other));
        assertThrows(NotFound.class, () -> profiles.of(ROOT, "*"));
    }

    @Test
    void everyFaultyHourIsNamed() {
        List<Double> calls = week(1);
        calls.set(3, -1d);
        calls.set(5, 0.25);
        calls.set(7, Double.NaN);
        calls.set(9, 100_000d);
        assertEquals(List.of("calls[3]", "calls[5]", "calls[7]", "calls[9]"), faults(calls));
        assertEquals(List.of("calls"), faults(List.of(1d, 2d)));
    }

    private List<String> faults(List<Double> calls) {
        return assertThrows(Invalid.class, () -> write(manager, 0, calls)).errors().stream()
                .map(FieldError::field)
                .toList();
    }

    @Test
    void theBusiestFifthOfTheHoursIsBusy() {
        List<Double> calls = week(4);
        calls.set(4 * 24 + 17, 30d);
        calls.set(4 * 24 + 18, 40.4);
        write(manager, 0, calls);
        assertEquals(
                List.of(
                        "Friday 17:00-19:00 are some of your busiest hours: up to 40 calls an"
                                + " hour."),
                words("2027-01-15T22:30:00Z"));
        assertEquals(List.of(), words("2027-01-15T10:00:00Z"));
    }

    @Test
    void aWeekThatIsTheSameAllDayHasNoBusyHour() {
        write(manager, 0, week(8));
        assertEquals(List.of(), words("2027-01-15T22:30:00Z"));
    }

    private List<String> words(String start) {
        return store
                .read(
                        around(
                                        center,
                                        Optional.empty(),
                                        draft(
                                                window(start, Duration.ofHours(4)),
                                                Optional.empty(),
                                                Set.of()))
                                ::find)
                .stream()
                .map(ChangeConflict::words)
                .toList();
    }
}
