package org.tieline.change.internal.freeze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.change.ChangeConflict;
import org.tieline.api.change.ConflictKind;
import org.tieline.api.change.FreezeDraft;
import org.tieline.api.change.FreezeState;
import org.tieline.api.change.Freezes;
import org.tieline.api.change.Window;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;
import org.tieline.api.record.Stored;
import org.tieline.change.internal.conflict.CalendarTest;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;

/** Freezes: who may, what they may look like, and that they stand in the way. */
class FreezesTest extends CalendarTest {
    private final SqlFreezes freezes =
            new SqlFreezes(store, platform.access, platform.centers, platform.clock);
    private final Instant now = platform.clock.instant();

    FreezesTest(Engine engine) {
        super(engine);
    }

    private FreezeDraft fair(Instant start, Duration length) {
        return new FreezeDraft(
                "County fair", new Window(start, start.plus(length)), Optional.of("Full house"));
    }

    private FreezeDraft fair() {
        return fair(now.plus(Duration.ofDays(10)), Duration.ofDays(3));
    }

    @Test
    void whoAnswersForTheCenterFreezesIt() {
        for (Role role : Role.values()) {
            Caller caller = Platform.caller(center, role);
            if (Set.of(Role.CENTER_MANAGER, Role.ADMINISTRATOR).contains(role)) {
                assertEquals(center, freezes.create(caller, center, fair()).center());
            } else {
                assertThrows(Forbidden.class, () -> freezes.create(caller, center, fair()));
            }
        }
        String other = platform.center();
        assertThrows(NotFound.class, () -> freezes.create(manager, other, fair()));
        assertThrows(NotFound.class, () -> freezes.create(ROOT, "no-such-center", fair()));
    }

    @Test
    void onlyWhoHoldsTheRoleEverywhereFreezesAll() {
        assertThrows(Forbidden.class, () -> freezes.create(manager, Caller.EVERYWHERE, fair()));
        Caller everywhere = Platform.caller(Caller.EVERYWHERE, Role.ADMINISTRATOR);
        Stored<FreezeDraft, FreezeState> all =
                freezes.create(everywhere, Caller.EVERYWHERE, fair());
        Caller reader = Platform.caller(center, Role.READER);
        assertEquals(all, freezes.get(reader, all.id()), "everybody reads it");
        assertTrue(listed(reader, center).contains(all));
        assertThrows(Forbidden.class, () -> freezes.move(manager, all.id(), Freezes.LIFT));
        freezes.move(everywhere, all.id(), Freezes.LIFT);
        assertFalse(listed(reader, center).contains(all), "a lifted one is listed no more");
        assertEquals(FreezeState.LIFTED, freezes.get(reader, all.id()).state());
    }

    private List<Stored<FreezeDraft, FreezeState>> listed(Caller caller, String of) {
        return freezes.list(caller, of, new PageRequest(200, Optional.empty())).items();
    }

    @Test
    void aFreezeOfAnotherCenterDoesNotExist() {
        String other = platform.center();
        Stored<FreezeDraft, FreezeState> theirs = freezes.create(manager(other), other, fair());
        assertThrows(NotFound.class, () -> freezes.get(manager, theirs.id()));
        assertThrows(NotFound.class, () -> freezes.move(manager, theirs.id(), Freezes.LIFT));
        assertThrows(
                NotFound.class,
                () -> freezes.list(manager, other, new PageRequest(5, Optional.empty())));
        assertTrue(listed(manager, center).stream().noneMatch(any -> any.center().equals(other)));
    }

    private static Caller manager(String of) {
        return Platform.caller(of, Role.CENTER_MANAGER);
    }

    @Test
    void everyFaultIsNamed() {
        assertFaults(
                List.of("title", "end"),
                new FreezeDraft(" ", new Window(now, now), Optional.empty()));
        assertFaults(List.of("end"), fair(now, Duration.ofDays(93)));
        assertFaults(List.of("end"), fair(now.minus(Duration.ofDays(4)), Duration.ofDays(3)));
        assertFaults(
                List.of("title", "reason"),
                new FreezeDraft("t".repeat(201), fair().window(), Optional.of("r".repeat(1_001))));
    }

    private void assertFaults(List<String> fields, FreezeDraft draft) {
        Invalid refusal = assertThrows(Invalid.class, () -> freezes.create(manager, center, draft));
        assertEquals(fields, refusal.errors().stream().map(FieldError::field).toList());
    }

    @Test
    void aVersionThatIsGoneIsRefused() {
        Stored<FreezeDraft, FreezeState> freeze = freezes.create(manager, center, fair());
        FreezeDraft longer = fair(freeze.facts().window().start(), Duration.ofDays(5));
        assertEquals(2, freezes.update(manager, freeze.id(), 1, longer).version());
        assertThrows(Stale.class, () -> freezes.update(manager, freeze.id(), 1, fair()));
        assertEquals(longer, freezes.get(manager, freeze.id()).facts());
    }

    @Test
    void savingWhatIsThereWritesNothing() {
        Stored<FreezeDraft, FreezeState> freeze = freezes.create(manager, center, fair());
        assertEquals(freeze, freezes.update(manager, freeze.id(), 1, freeze.facts()));
        assertEquals(1, platform.journal.history(ROOT, freeze.ref(), 10).size());
    }

    @Test
    void aMoveThatIsNoneIsNamed() {
        Stored<FreezeDraft, FreezeState> freeze = freezes.create(manager, center, fair());
        Invalid refusal =
                assertThrows(Invalid.class, () -> freezes.move(manager, freeze.id(), "melt"));
        assertEquals(List.of(new FieldError("move", "must be one of lift")), refusal.errors());
    }

    @Test
    void aLiftedFreezeStandsInNobodysWayUntilItIsChanged() {
        Stored<FreezeDraft, FreezeState> freeze = freezes.create(manager, center, fair());
        Stored<FreezeDraft, FreezeState> lifted = freezes.move(manager, freeze.id(), Freezes.LIFT);
        assertEquals(2, lifted.version());
        assertEquals(
                lifted,
                freezes.move(manager, freeze.id(), Freezes.LIFT),
                "a second time does nothing");
        assertEquals(
                List.of(),
                freezes.during(manager, center, freeze.facts().window()).stream()
                        .filter(any -> any.center().equals(center))
                        .toList());
        freezes.update(manager, freeze.id(), 2, fair());
        assertTrue(listed(manager, center).contains(freezes.get(manager, freeze.id())));
    }

    @Test
    void aPagedListHoldsAllThatIsNotOverByItsEnd() {
        List<Stored<FreezeDraft, FreezeState>> made =
                Stream.of(5, 1, 3, 1)
                        .map(days -> fair(now, Duration.ofDays(days)))
                        .map(draft -> freezes.create(manager, center, draft))
                        .toList();
        List<String> walked = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            var page = freezes.list(manager, center, new PageRequest(2, cursor));
            page.items().stream().filter(made::contains).map(Stored::id).forEach(walked::add);
            cursor = page.next();
        } while (cursor.isPresent());
        assertEquals(
                List.of(made.get(1).id(), made.get(3).id(), made.get(2).id(), made.get(0).id()),
                walked);
    }

    @Test
    void aFreezeStandsInTheWay() {
        Stored<FreezeDraft, FreezeState> freeze = freezes.create(manager, center, fair());
        Window within =
                new Window(
                        freeze.facts().window().end().minus(Duration.ofHours(1)),
                        freeze.facts().window().end().plus(Duration.ofHours(1)));
        List<ChangeConflict> found =
                store.read(
                        around(center, Optional.empty(), draft(within, Optional.empty(), Set.of()))
                                ::find);
        ChangeConflict own =
                found.stream()
                        .filter(one -> one.with().equals(Optional.of(Freezes.ref(freeze.id()))))
                        .findFirst()
                        .orElseThrow();
        assertEquals(ConflictKind.FREEZE, own.kind());
        assertTrue(own.hard());
        assertTrue(own.words().startsWith("Your center is frozen: County fair ("), own.words());
    }
}
