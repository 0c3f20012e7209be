package org.tieline.lessons.internal.demo;

import static org.tieline.api.access.Role.CENTER_MANAGER;
import static org.tieline.api.access.Role.CHANGE_MANAGER;
import static org.tieline.api.access.Role.STAFF;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.error.Refusal;
import org.tieline.api.lessons.AdoptionDraft;
import org.tieline.api.lessons.Adoptions;
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Classification;
import org.tieline.api.lessons.Effect;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.api.lessons.LessonSource;
import org.tieline.api.lessons.LessonUpkeep;
import org.tieline.api.lessons.Lessons;
import org.tieline.api.lessons.Narrative;
import org.tieline.api.lessons.Severity;
import org.tieline.api.lessons.Uptake;
import org.tieline.api.person.People;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.access.Rights;
import org.tieline.spi.DemoRecords;

/**
 * Lessons of the demonstration centers in each stage of their lives: a draft, one in review with
 * private passages, published ones, one that is due, and what others made of them.
 */
@Component
public final class LessonDemo implements DemoRecords {
    private static final Logger LOG = LoggerFactory.getLogger(LessonDemo.class);

    private final Lessons lessons;
    private final Adoptions adoptions;
    private final LessonUpkeep upkeep;
    private final People people;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public LessonDemo(
            @Reference Lessons lessons,
            @Reference Adoptions adoptions,
            @Reference LessonUpkeep upkeep,
            @Reference People people) {
        this.lessons = lessons;
        this.adoptions = adoptions;
        this.upkeep = upkeep;
        this.people = people;
    }

    @Override
    public int order() {
        return 350;
    }

    @Override
    public void write(Caller caller) {
        boolean told =
                lessons.list(caller, LessonFilter.of(COUNTY), PageRequest.FIRST).items().stream()
                        .anyMatch(lesson -> lesson.center().equals(COUNTY));
        if (told) {
            return;
        }
        try {
            county(caller);
            city(caller);
        } catch (Refusal e) {
            LOG.error("The demonstration lacks lessons: {}", e.getMessage());
        }
    }

    private void county(Caller caller) {
        Caller sam = as(caller, COUNTY, STAFF);
        lessons.create(
                sam,
                COUNTY,
                lesson(
                        "Keep a labelled spare headset at every console",
                        new Narrative(
                                "Two headsets failed in one hour of a storm night. The spares lay"
                                        + " in a locked room.",
                                "A spare that nobody can reach is no spare.",
                                "",
                                ""),
                        Category.TECHNOLOGY,
                        "headsets"));
        Lesson review =
                lessons.create(
                        sam,
                        COUNTY,
                        lesson(
                                        "Ring back at once when a text session goes silent",
                                        new Narrative(
                                                "A caller texted from 18 Harbor Street and stopped"
                                                        + " answering. Mr. Alan Webb answered when"
                                                        + " 312-555-0142 was rung eleven minutes later.",
                                                "Silence in a text session is a reason to call, not"
                                                        + " to wait.",
                                                "- Ring back after two minutes of silence\n"
                                                        + "- Send the nearest unit if nobody answers",
                                                ""),
                                        Category.PROCESS,
                                        "text-to-911")
                                .to(Audience.EVERYBODY, Set.of()));
        lessons.submit(sam, review.id());
        Lesson shared =
                published(
                        caller,
                        COUNTY,
                        lesson(
                                        "After a CAD upgrade, move one console at a time",
                                        new Narrative(
                                                "All consoles were moved to the new version at"
                                                        + " once. A fault in the unit status view"
                                                        + " stopped dispatch for nine minutes.",
                                                "One console shows a fault as well as twelve do.",
                                                "- Move one console and work on it for an hour\n"
                                                        + "- Keep one console on the old version"
                                                        + " until the night is over",
                                                "Change review, test calls of that night"),
                                        Category.TECHNOLOGY,
                                        "cad")
                                .to(Audience.EVERYBODY, Set.of()));
        adoptions.decide(
                as(caller, BACKUP, CENTER_MANAGER),
                shared.id(),
                BACKUP,
                0,
                new AdoptionDraft(
                        Uptake.AS_IS,
                        "From the next upgrade on: one console first.",
                        Optional.empty(),
                        "",
                        true));
        upkeep.helped(as(caller, BACKUP, STAFF), shared.id(), BACKUP);
        published(
                caller,
                COUNTY,
                lesson(
                                "Fuel the generator from the second depot when roads flood",
                                new Narrative(
                                        "",
                                        "The first depot lies below the river's flood line.",
                                        "- Call the second depot first when a flood watch is out",
                                        ""),
                                Category.WEATHER,
                                "power")
                        .reviewedOn(Optional.of(LocalDate.now(clock).minusDays(3))));
    }

    private void city(Caller caller) {
        Lesson shared =
                published(
                        caller,
                        CITY,
                        lesson(
                                        "Tell 3-1-1 before work on the telephone system",
                                        new Narrative(
                                                "Callers who could not reach 9-1-1 for non-urgent"
                                                        + " matters all rang 3-1-1.",
                                                "3-1-1 feels every interruption of 9-1-1 first.",
                                                "- Tell the 3-1-1 supervisor the window a day ahead\n"
                                                        + "- Agree on a recorded message",
                                                ""),
                                        Category.PROCESS,
                                        "telephone-work")
                                .to(Audience.EVERYBODY, Set.of()));
        adoptions.decide(
                as(caller, COUNTY, CHANGE_MANAGER),
                shared.id(),
                COUNTY,
                0,
                new AdoptionDraft(
                        Uptake.ADAPTED,
                        "We tell them in the announcement of the change, two days ahead.",
                        Optional.of(Effect.BETTER),
                        "No calls about outages during the last two windows.",
                        true));
    }

    private Lesson published(Caller caller, String center, LessonDraft draft) {
        Lesson made = lessons.create(as(caller, center, STAFF), center, draft);
        Lesson ready = lessons.submit(as(caller, center, STAFF), made.id());
        return lessons.publish(as(caller, center, CENTER_MANAGER), made.id(), ready.version());
    }

    /** Who holds a role in a center, acting. */
    private Caller as(Caller caller, String center, Role role) {
        return people
                .list(
                        caller,
                        Optional.of(center),
                        Optional.empty(),
                        new PageRequest(PageRequest.MAX_LIMIT, Optional.empty()))
                .items()
                .stream()
                .filter(person -> person.facts().roles().contains(new RoleGrant(center, role)))
                .findFirst()
                .map(Rights::of)
                .orElseThrow(
                        () -> new IllegalStateException("Nobody is " + role + " in " + center));
    }

    private static LessonDraft lesson(
            String title, Narrative text, Category category, String topic) {
        Classification plain = Classification.of(category, Severity.HIGH, LessonSource.INCIDENT);
        return new LessonDraft(
                title,
                text,
                new Classification(
                        plain.category(),
                        plain.severity(),
                        plain.source(),
                        List.of(topic),
                        plain.factors(),
                        plain.services(),
                        plain.kinds(),
                        plain.systems(),
                        plain.vendors()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Audience.CENTER,
                Set.of());
    }
}
