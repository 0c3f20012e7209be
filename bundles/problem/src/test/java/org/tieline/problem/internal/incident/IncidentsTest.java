package org.tieline.problem.internal.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.record.RecordFilter;
import org.tieline.api.record.Stored;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.core.internal.PlatformTest;
import org.tieline.core.record.Lifecycle.Move;
import org.tieline.problem.internal.AssetNames;
import org.tieline.problem.internal.Level;
import org.tieline.problem.internal.Priority;
import org.tieline.problem.internal.ProblemStores;
import org.tieline.problem.internal.ProblemTables;
import org.tieline.rest.record.RoundTrip;

class IncidentsTest extends PlatformTest {
    private final Incidents incidents =
            new Incidents(
                    ProblemStores.on(platform),
                    platform.access,
                    platform.centers,
                    new AssetNames());
    private final Timeline timeline =
            new Timeline(ProblemStores.on(platform), platform.access, platform.centers, incidents);
    private final String center = platform.center();
    private final Caller staff = Platform.caller(center, Role.STAFF);
    private final Caller manager = Platform.caller(center, Role.CENTER_MANAGER);
    private final Instant now = platform.clock.instant().truncatedTo(ChronoUnit.MINUTES);

    IncidentsTest(Engine engine) {
        super(engine);
    }

    /** What is wrong is enough. */
    private static IncidentDraft draft(Map<String, Object> said) {
        Map<String, Collection<?>> values = new HashMap<>();
        said.forEach((field, value) -> values.put(field, List.of(value)));
        values.putIfAbsent("title", List.of("Position 4 has no audio"));
        return Incidents.TYPE
                .shape()
                .build(part -> values.getOrDefault(part.name(), List.of()), new ArrayList<>())
                .orElseThrow();
    }

    private Stored<IncidentDraft, IncidentState> reported() {
        return incidents.create(staff, center, draft(Map.of()));
    }

    private Stored<IncidentDraft, IncidentState> edited(
            Stored<IncidentDraft, IncidentState> incident, Map<String, Object> said) {
        Map<String, Collection<?>> others = new HashMap<>();
        said.forEach((field, value) -> others.put(field, List.of(value)));
        return incidents.update(
                manager,
                incident.id(),
                incident.version(),
                Incidents.TYPE.shape().with(incident.facts(), others));
    }

    private static void assertFault(ThrowingCallable refused, String field, String message) {
        assertThatThrownBy(refused)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        faults ->
                                assertThat(faults.errors())
                                        .containsExactly(new FieldError(field, message)));
    }

    @Test
    void everyFieldComesBack() {
        RoundTrip.check(Incidents.TYPE.shape());
        RoundTrip.check(Timeline.TYPE.shape());
    }

    @Test
    void whatIsWrongIsEnoughForAReport() {
        Stored<IncidentDraft, IncidentState> incident = reported();
        assertThat(incident.number().orElseThrow()).matches("I-\\d{4}-0001");
        assertThat(incident.state()).isEqualTo(IncidentState.NEW);
        assertThat(incident.facts().reported()).isPresent();
        assertThat(incidents.get(staff, incident.id())).isEqualTo(incident);
    }

    @Test
    void timesStandInTheirOrderAndNoneIsToCome() {
        assertFault(
                () ->
                        incidents.create(
                                staff,
                                center,
                                draft(Map.of("began", now.plus(Duration.ofDays(1))))),
                "began",
                "must not be in the future");
        assertFault(
                () ->
                        edited(
                                reported(),
                                Map.of(
                                        "began",
                                        now.minusSeconds(3_600),
                                        "reported",
                                        now,
                                        "restored",
                                        now.minusSeconds(60))),
                "restored",
                "must not be before Reported");
        assertFault(
                () -> edited(reported(), Map.of("began", now, "reported", now.minusSeconds(60))),
                "reported",
                "must not be before Began");
        Instant hour = now.minusSeconds(3_600);
        assertThat(
                        edited(
                                        reported(),
                                        Map.of(
                                                "began", hour,
                                                "detected", hour,
                                                "reported", hour,
                                                "workedAround", now,
                                                "restored", now))
                                .version())
                .isEqualTo(2);
    }

    @Test
    void priorityFollowsImpactAndUrgencyUnlessThereIsAReason() {
        Stored<IncidentDraft, IncidentState> incident =
                edited(reported(), Map.of("impact", Level.HIGH, "urgency", Level.MEDIUM));
        assertThat(incident.facts().priority()).contains(Priority.HIGH);
        incident = edited(incident, Map.of("urgency", Level.HIGH));
        assertThat(incident.facts().priority()).contains(Priority.CRITICAL);
        Stored<IncidentDraft, IncidentState> critical = incident;
        assertFault(
                () -> edited(critical, Map.of("priority", Priority.LOW)),
                "priorityReason",
                "must be given, as impact and urgency make it Critical");
        incident =
                edited(
                        incident,
                        Map.of("priority", Priority.LOW, "priorityReason", "Nobody works there"));
        assertThat(edited(incident, Map.of("impact", Level.MEDIUM)).facts().priority())
                .contains(Priority.LOW);
    }

    @Test
    void everyMoveIsThereExactlyWhenItWasDecided() {
        assertThat(ProblemTables.of(Incidents.LIFECYCLE))
                .isEqualTo(
                        ProblemTables.decided(
                                """
                                new assign assigned
                                new start in-progress
                                new resolve resolved
                                assigned start in-progress
                                assigned hold on-hold
                                assigned resolve resolved
                                in-progress hold on-hold
                                in-progress resolve resolved
                                on-hold resume in-progress
                                on-hold resolve resolved
                                resolved close closed
                                resolved reopen in-progress
                                closed reopen in-progress"""));
    }

    @Test
    void whateverIsDoneWithItItsTimesStayInOrderAndNothingIsMissing() {
        Random random = new Random(17);
        List<Move<IncidentState>> moves = Incidents.LIFECYCLE.moves();
        List<Map<String, Object>> edits =
                List.of(
                        Map.of("assignedTo", "Network team"),
                        Map.of("holdReason", "Waits for the vendor"),
                        Map.of("restored", now, "resolution", "Rule removed"));
        int closed = 0;
        for (int walk = 0; walk < 20; walk++) {
            Stored<IncidentDraft, IncidentState> at = reported();
            for (int step = 0; step < 25; step++) {
                try {
                    at =
                            random.nextInt(4) == 0
                                    ? edited(at, edits.get(random.nextInt(edits.size())))
                                    : incidents.move(
                                            manager,
                                            at.id(),
                                            moves.get(random.nextInt(moves.size())).name());
                } catch (Invalid | Conflict refused) {
                    assertThat(incidents.get(manager, at.id())).isEqualTo(at);
                }
                IncidentDraft facts = at.facts();
                assertThat(IncidentTimes.check(facts, platform.clock.instant())).isEmpty();
                if (!IncidentState.OPEN.contains(at.state())) {
                    closed++;
                    assertThat(facts.restored()).isPresent();
                    assertThat(facts.resolution()).isPresent();
                } else if (at.state() == IncidentState.ON_HOLD) {
                    assertThat(facts.holdReason()).isPresent();
                } else if (at.state() == IncidentState.ASSIGNED) {
                    assertThat(facts.assignedTo()).isPresent();
                }
            }
        }
        assertThat(closed).isPositive();
    }

    @Test
    void staffReportAndReadAndLeadsManage() {
        Stored<IncidentDraft, IncidentState> incident = reported();
        for (Role role : Role.values()) {
            Caller caller = Platform.caller(center, role);
            assertThat(incidents.get(caller, incident.id())).isEqualTo(incident);
            if (Incidents.REPORT.roles().contains(role)) {
                assertThat(incidents.create(caller, center, incident.facts()).version()).isOne();
            } else {
                assertThatThrownBy(() -> incidents.create(caller, center, incident.facts()))
                        .isInstanceOf(Forbidden.class);
            }
            if (!Incidents.MANAGE.roles().contains(role)) {
                assertThatThrownBy(
                                () -> incidents.update(caller, incident.id(), 1, incident.facts()))
                        .isInstanceOf(Forbidden.class);
                assertThatThrownBy(() -> incidents.move(caller, incident.id(), "start"))
                        .isInstanceOf(Forbidden.class);
            }
        }
        assertThat(incidents.move(manager, incident.id(), "start").facts().acknowledged())
                .isPresent();
    }

    @Test
    void anotherCenterSeesNeitherIncidentNorTimeline() {
        Stored<IncidentDraft, IncidentState> incident = reported();
        Caller other = Platform.caller(platform.center(), Role.CENTER_MANAGER);
        PageRequest page = new PageRequest(10, Optional.empty());
        assertThatThrownBy(() -> incidents.get(other, incident.id())).isInstanceOf(NotFound.class);
        assertThat(incidents.list(other, RecordFilter.all(), page).items()).isEmpty();
        assertThatThrownBy(() -> timeline.list(other, incident.id(), page))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () ->
                                timeline.create(
                                        other, center, entry(incident, "Seen", Optional.empty())))
                .isInstanceOf(NotFound.class);
    }

    private static TimelineDraft entry(
            Stored<IncidentDraft, IncidentState> incident, String text, Optional<Instant> at) {
        return new TimelineDraft(incident.id(), text, at, Optional.empty());
    }

    @Test
    void entriesStandByWhenThingsHappenedAndLateOnesAreMarked() {
        Stored<IncidentDraft, IncidentState> incident = reported();
        Stored<TimelineDraft, TimelineState> vendor =
                timeline.create(
                        staff, center, entry(incident, "Called the vendor", Optional.empty()));
        Stored<TimelineDraft, TimelineState> alarm =
                timeline.create(
                        staff,
                        center,
                        entry(incident, "Alarm", Optional.of(now.minusSeconds(3_600))));
        assertThat(Timeline.isLate(alarm)).isTrue();
        assertThat(Timeline.isLate(vendor)).isFalse();
        assertThat(vendor.facts().author().orElseThrow().id()).isEqualTo(staff.actor().id());
        Page<Stored<TimelineDraft, TimelineState>> first =
                timeline.list(manager, incident.id(), new PageRequest(1, Optional.empty()));
        assertThat(first.items()).containsExactly(vendor);
        assertThat(timeline.list(manager, incident.id(), new PageRequest(1, first.next())).items())
                .containsExactly(alarm);
    }

    @Test
    void anEntryIsNeverEditedAndNeverOfTheFuture() {
        Stored<IncidentDraft, IncidentState> incident = reported();
        Stored<TimelineDraft, TimelineState> entry =
                timeline.create(staff, center, entry(incident, "Alarm", Optional.empty()));
        assertThatThrownBy(
                        () ->
                                timeline.update(
                                        manager,
                                        entry.id(),
                                        1,
                                        entry(incident, "No alarm", Optional.empty())))
                .isInstanceOf(Conflict.class);
        assertFault(
                () ->
                        timeline.create(
                                staff,
                                center,
                                entry(incident, "Later", Optional.of(now.plusSeconds(3_600)))),
                "happened",
                "must not be in the future");
    }
}
