package org.tieline.problem.internal.demo;

import static org.tieline.api.access.Role.CENTER_MANAGER;
import static org.tieline.api.access.Role.STAFF;
import static org.tieline.core.record.EnumNames.of;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.link.Links;
import org.tieline.api.link.Relation;
import org.tieline.api.person.People;
import org.tieline.api.person.RoleGrant;
import org.tieline.api.record.RecordFilter;
import org.tieline.api.record.Stored;
import org.tieline.core.access.Rights;
import org.tieline.core.record.Shape;
import org.tieline.problem.internal.AssetNames;
import org.tieline.problem.internal.Level;
import org.tieline.problem.internal.Priority;
import org.tieline.problem.internal.incident.IncidentDraft;
import org.tieline.problem.internal.incident.IncidentState;
import org.tieline.problem.internal.incident.Incidents;
import org.tieline.problem.internal.incident.Timeline;
import org.tieline.problem.internal.incident.TimelineDraft;
import org.tieline.problem.internal.knownerror.KnownErrorDraft;
import org.tieline.problem.internal.knownerror.KnownErrorState;
import org.tieline.problem.internal.knownerror.KnownErrors;
import org.tieline.problem.internal.problem.ProblemDraft;
import org.tieline.problem.internal.problem.ProblemState;
import org.tieline.problem.internal.problem.Problems;
import org.tieline.spi.DemoRecords;

/**
 * One story of the demonstration county: consoles go deaf after a firewall change, the problem
 * behind it, and the known error that the floor works by; and two incidents beside it.
 */
@Component
public final class ProblemDemo implements DemoRecords {
    private static final PageRequest MOST =
            new PageRequest(PageRequest.MAX_LIMIT, Optional.empty());

    private final Incidents incidents;
    private final Timeline timeline;
    private final Problems problems;
    private final KnownErrors errors;
    private final AssetNames assets;
    private final People people;
    private final Optional<Links> links;
    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES);

    @Activate
    public ProblemDemo(
            @Reference Incidents incidents,
            @Reference Timeline timeline,
            @Reference Problems problems,
            @Reference KnownErrors errors,
            @Reference AssetNames assets,
            @Reference People people,
            @Reference(
                            cardinality = ReferenceCardinality.OPTIONAL,
                            policyOption = ReferencePolicyOption.GREEDY)
                    Links links) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.problems = problems;
        this.errors = errors;
        this.assets = assets;
        this.people = people;
        this.links = Optional.ofNullable(links);
    }

    @Override
    public int order() {
        return 450;
    }

    @Override
    public void write(Caller caller) {
        RecordFilter<IncidentState> county =
                new RecordFilter<IncidentState>(Optional.of(COUNTY), Set.of());
        if (!incidents.list(caller, county, PageRequest.FIRST).items().isEmpty()) {
            return;
        }
        Caller staff = as(caller, STAFF);
        Caller manager = as(caller, CENTER_MANAGER);
        Stored<IncidentDraft, IncidentState> deaf = deaf(staff, manager);
        Stored<ProblemDraft, ProblemState> problem = problem(manager);
        Stored<KnownErrorDraft, KnownErrorState> error = knownError(manager);
        links.ifPresent(
                all -> {
                    all.link(manager, deaf.ref(), Relation.CAUSED_BY, problem.ref());
                    all.link(manager, error.ref(), Relation.FOLLOWS_FROM, problem.ref());
                });
        other(staff, manager);
    }

    private Caller as(Caller caller, Role role) {
        return people.list(caller, Optional.of(COUNTY), Optional.empty(), MOST).items().stream()
                .filter(person -> person.facts().roles().contains(new RoleGrant(COUNTY, role)))
                .findFirst()
                .map(Rights::of)
                .orElse(caller);
    }

    private Stored<IncidentDraft, IncidentState> deaf(Caller staff, Caller manager) {
        Instant began = ago(Duration.ofHours(20));
        Stored<IncidentDraft, IncidentState> incident =
                report(
                        staff,
                        "Consoles 3 to 6 go deaf in mid-call",
                        "Radio dispatch consoles",
                        "The caller still hears us. It comes about a minute into a call.",
                        began);
        log(staff, incident, began.plus(Duration.ofMinutes(4)), "Console 4 goes deaf twice.");
        log(
                staff,
                incident,
                began.plus(Duration.ofMinutes(9)),
                "Shift supervisor moves calls to positions 1 and 2.");
        log(
                manager,
                incident,
                began.plus(Duration.ofMinutes(22)),
                "Network team: firewall rules were changed at 01:00 and are put back.");
        Map<String, List<String>> told =
                new HashMap<>(incidents.type().shape().written(incident.facts()));
        told.putAll(
                Map.of(
                        "category", List.of("partial-loss-of-service"),
                        "impact", List.of(of(Level.MEDIUM)),
                        "urgency", List.of(of(Level.HIGH)),
                        "assignedTo", List.of("Network team"),
                        "reported", List.of(began.plus(Duration.ofMinutes(5)).toString()),
                        "acknowledged", List.of(began.plus(Duration.ofMinutes(8)).toString()),
                        "workedAround", List.of(began.plus(Duration.ofMinutes(9)).toString()),
                        "restored", List.of(began.plus(Duration.ofMinutes(31)).toString()),
                        "resolution", List.of("The firewall rules from before were loaded.")));
        incidents.update(
                manager, incident.id(), incident.version(), draft(incidents.type().shape(), told));
        return incidents.move(manager, incident.id(), "resolve");
    }

    private Stored<IncidentDraft, IncidentState> report(
            Caller staff, String title, String service, String description, Instant began) {
        return incidents.create(
                staff,
                COUNTY,
                draft(
                        incidents.type().shape(),
                        Map.of(
                                "title", List.of(title),
                                "service", List.of(service),
                                "asset", assets.id(staff, COUNTY, service).stream().toList(),
                                "description", List.of(description),
                                "began", List.of(began.toString()))));
    }

    private void log(
            Caller by, Stored<IncidentDraft, IncidentState> incident, Instant at, String text) {
        timeline.create(
                by,
                COUNTY,
                new TimelineDraft(incident.id(), text, Optional.of(at), Optional.empty()));
    }

    private Stored<ProblemDraft, ProblemState> problem(Caller manager) {
        Stored<ProblemDraft, ProblemState> problem =
                problems.create(
                        manager,
                        COUNTY,
                        draft(
                                problems.type().shape(),
                                Map.of(
                                        "title", List.of("Firewall drops the audio of consoles"),
                                        "description",
                                                List.of(
                                                        "Seen after the rules of the dispatch floor"
                                                                + " were changed."),
                                        "assets",
                                                assets
                                                        .id(
                                                                manager,
                                                                COUNTY,
                                                                "Dispatch floor network")
                                                        .stream()
                                                        .toList(),
                                        "priority", List.of(of(Priority.HIGH)),
                                        "assignedTo", List.of("Network team"),
                                        "causeCategory", List.of("process"),
                                        "whys",
                                                List.of(
                                                        "The firewall closes audio after 60"
                                                                + " seconds.",
                                                        "The new rules have no entry for audio.",
                                                        "The list of ports came from CAD alone."),
                                        "factors",
                                                List.of("No test call was longer than a minute."),
                                        "rootCause",
                                                List.of(
                                                        "The radio vendor is not asked when rules"
                                                                + " are written."))));
        problems.move(manager, problem.id(), "accept");
        problems.move(manager, problem.id(), "analyze");
        return problems.move(manager, problem.id(), "known-error");
    }

    private Stored<KnownErrorDraft, KnownErrorState> knownError(Caller manager) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Stored<KnownErrorDraft, KnownErrorState> error =
                errors.create(
                        manager,
                        COUNTY,
                        new KnownErrorDraft(
                                "Consoles lose incoming audio about a minute into a call",
                                "The caller hears you, you hear nothing. The call stays up.",
                                Optional.of("Radio dispatch consoles"),
                                Optional.of("Tri-County Radio"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(
                                        "The firewall closes the audio stream after 60 seconds."),
                                Optional.of(
                                        "Tell the caller that you will call back.\n"
                                                + "Transfer the call to position 1 or 2.\n"
                                                + "Call back from there if it drops."),
                                Optional.of("Any telecommunicator"),
                                Optional.of(today.plusMonths(6))));
        return errors.move(manager, error.id(), "publish");
    }

    private void other(Caller staff, Caller manager) {
        Stored<IncidentDraft, IncidentState> recorder =
                report(
                        staff,
                        "Recorder shows no calls since noon",
                        "Logging recorder",
                        "The lamp is green.",
                        ago(Duration.ofMinutes(95)));
        incidents.move(manager, recorder.id(), "start");
        report(
                staff,
                "Map at position 2 is two minutes behind",
                "Map display",
                "Other positions are current.",
                ago(Duration.ofMinutes(12)));
    }

    private Instant ago(Duration time) {
        return now.minus(time);
    }

    private static <D extends Record> D draft(Shape<D> shape, Map<String, List<String>> said) {
        return shape.restore(part -> said.getOrDefault(part.name(), List.of()));
    }
}
