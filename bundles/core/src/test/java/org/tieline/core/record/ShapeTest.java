package org.tieline.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.FieldChange;
import org.tieline.api.access.Role;
import org.tieline.api.error.FieldError;
import org.tieline.api.record.Attribute;
import org.tieline.api.record.Inline;
import org.tieline.api.record.Named;

/** What is said of a field once holds everywhere. */
class ShapeTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Shape<Outage> SHAPE = Shape.of(Outage.class);
    private static final Outage OUTAGE =
            new Outage(
                    "Trunk down",
                    Optional.of("Both carriers,\n  one after the other"),
                    new Span(
                            Instant.parse("2026-11-01T07:30:12.345678Z"),
                            Optional.of(Instant.parse("2026-11-01T09:00:00Z"))),
                    Optional.of(new Contact("Roe", 2)),
                    Set.of(Role.STAFF, Role.READER),
                    List.of("trunk 1", "trunk 2"),
                    true,
                    Optional.of(LocalDate.of(2026, 11, 3)),
                    Optional.of(Duration.ofMinutes(90)));

    /** Whose it is. */
    record Owner(String id, String name) implements Named {}

    /** A record with somebody, and a list that must not be empty. */
    record Errand(
            @Attribute(label = "Owner") Owner owner,
            @Attribute(label = "Stops", required = true) List<String> stops) {}

    @Test
    void somebodyStandsInOneField() {
        Shape<Errand> shape = Shape.of(Errand.class);
        Errand errand = new Errand(new Owner("7f", "Pat Roe"), List.of("Tower 2"));
        assertEquals(errand, shape.restore(part -> shape.written(errand).get(part.name())));
        assertEquals(
                List.of(
                        new FieldChange("owner", Optional.empty(), Optional.of("Pat Roe")),
                        new FieldChange("stops", Optional.empty(), Optional.of("Tower 2"))),
                JournalFields.NONE.changesTo(shape.facts(errand)));
        assertEquals(Set.of("owner", "stops"), shape.json(errand).keySet());
    }

    @Test
    void aListThatIsRequiredHasAValue() {
        Shape<Errand> shape = Shape.of(Errand.class);
        List<FieldError> faults = List.of(new FieldError("stops", "must be given"));
        assertEquals(faults, shape.check(new Errand(new Owner("7f", "Pat Roe"), List.of())));
        List<FieldError> found = new ArrayList<>();
        shape.read(
                name -> name.equals("owner") ? List.of("7f Pat Roe") : List.of(), CHICAGO, found);
        assertEquals(faults, found);
    }

    /** When it was. */
    record Span(
            @Attribute(label = "Start") Instant start,
            @Attribute(label = "End") Optional<Instant> end) {}

    /** Whom to ask. */
    record Contact(
            @Attribute(label = "Contact", name = "contact", max = 20) String name,
            @Attribute(label = "Shift", from = 1, to = 3) int shift) {}

    /** A record with a field of every kind. */
    record Outage(
            @Attribute(label = "Title", max = 20) String title,
            @Attribute(label = "Cause", max = 50, multiline = true) Optional<String> cause,
            @Inline Span span,
            Optional<Contact> contact,
            @Attribute(label = "Seen by") Set<Role> seenBy,
            @Attribute(label = "Trunks") List<String> trunks,
            @Attribute(label = "Reported") boolean reported,
            @Attribute(label = "Review") Optional<LocalDate> review,
            @Attribute(label = "Minutes", from = 0, to = 600) Optional<Duration> length) {}

    private static Outage empty() {
        return new Outage(
                "None",
                Optional.empty(),
                new Span(Instant.EPOCH, Optional.empty()),
                Optional.empty(),
                Set.of(),
                List.of(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (Outage outage : List.of(OUTAGE, empty())) {
            Map<String, List<String>> written = SHAPE.written(outage);
            assertEquals(outage, SHAPE.restore(part -> written.get(part.name())));
            assertEquals(outage, read(written, CHICAGO));
        }
    }

    @Test
    void aDraftSaysSomethingElseInTheFieldsThatAreNamed() {
        Outage other = SHAPE.with(OUTAGE, Map.of("title", List.of("Other"), "cause", List.of()));
        assertEquals("Other", other.title());
        assertEquals(Optional.empty(), other.cause());
        assertEquals(OUTAGE.span(), other.span());
        assertEquals(OUTAGE, SHAPE.with(OUTAGE, Map.of()));
    }

    private static Outage read(Map<String, List<String>> typed, ZoneId zone) {
        List<FieldError> faults = new ArrayList<>();
        Optional<Outage> read =
                SHAPE.read(name -> typed.getOrDefault(name, List.of()), zone, faults);
        assertEquals(List.of(), faults);
        return read.orElseThrow();
    }

    private static List<FieldError> faults(Map<String, List<String>> typed) {
        List<FieldError> faults = new ArrayList<>();
        assertTrue(
                SHAPE.read(name -> typed.getOrDefault(name, List.of()), CHICAGO, faults).isEmpty());
        return faults;
    }

    /** Not even the seconds, nor the second half past one of the night when clocks go back. */
    @Test
    void aFormThatComesBackAsItWasShownChangesNothing() {
        Map<String, List<String>> shown = SHAPE.typed(OUTAGE, CHICAGO);
        assertEquals(List.of("2026-11-01T01:30"), shown.get("start"));
        Outage back = SHAPE.read(shown::get, CHICAGO, OUTAGE, new ArrayList<>()).orElseThrow();
        assertEquals(OUTAGE, back);
    }

    @Test
    void theApiWritesNestedFieldsAsObjectsAndInlineOnesBesideTheOthers() {
        Map<String, Object> json = SHAPE.json(OUTAGE);
        assertEquals(OUTAGE.span().start(), json.get("start"));
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("name", "Roe");
        contact.put("shift", 2);
        assertEquals(contact, json.get("contact"));
        assertEquals(
                Set.of("title", "start", "seenBy", "trunks", "reported"),
                SHAPE.json(empty()).keySet());
    }

    @Test
    void everyFaultIsNamedOnce() {
        Map<String, List<String>> typed = new HashMap<>();
        typed.put("start", List.of("yesterday"));
        typed.put("shift", List.of("7"));
        typed.put("length", List.of("601"));
        typed.put("seenBy", List.of("nobody"));
        assertEquals(
                List.of("start", "seenBy", "title", "contact", "shift", "length"),
                faults(typed).stream().map(FieldError::field).toList());
        assertEquals(
                "must be from 1 to 3, but is 7",
                faults(typed).stream()
                        .filter(fault -> fault.field().equals("shift"))
                        .findFirst()
                        .orElseThrow()
                        .message());
    }

    @Test
    void textsAreCheckedAsTheirAttributesSay() {
        Outage bad =
                new Outage(
                        "t".repeat(21),
                        Optional.of("c".repeat(51)),
                        OUTAGE.span(),
                        OUTAGE.contact(),
                        OUTAGE.seenBy(),
                        List.of("two\nlines"),
                        false,
                        OUTAGE.review(),
                        OUTAGE.length());
        assertEquals(
                List.of("title", "cause", "trunks"),
                SHAPE.check(bad).stream().map(FieldError::field).toList());
        assertEquals(List.of(), SHAPE.check(OUTAGE));
    }

    @Test
    void theJournalTellsWhatIsDifferent() {
        assertEquals(
                List.of(
                        "title",
                        "cause",
                        "start",
                        "end",
                        "contact",
                        "shift",
                        "seenBy",
                        "trunks",
                        "reported",
                        "review",
                        "length"),
                SHAPE.facts(empty()).changesTo(SHAPE.facts(OUTAGE)).stream()
                        .map(FieldChange::field)
                        .toList());
        assertEquals(List.of(), SHAPE.facts(OUTAGE).changesTo(SHAPE.facts(OUTAGE)));
    }

    /** Has a field that nothing is said of. */
    record Unsaid(@Attribute(label = "Title") String title, String other) {}

    /** Has one name twice. */
    record Twice(@Attribute(label = "A") String start, @Inline Span span) {}

    @Test
    void aDraftThatLeavesSomethingUnsaidIsRefusedAtOnce() {
        assertThrows(IllegalArgumentException.class, () -> Shape.of(Unsaid.class));
        assertThrows(IllegalArgumentException.class, () -> Shape.of(Twice.class));
    }
}
