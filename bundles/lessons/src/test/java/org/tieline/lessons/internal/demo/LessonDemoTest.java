package org.tieline.lessons.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Role;
import org.tieline.api.lessons.AdoptionStage;
import org.tieline.api.lessons.LessonEntry;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.person.PersonDraft;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.lessons.internal.LessonTest;
import org.tieline.lessons.internal.adoption.SqlAdoptions;
import org.tieline.lessons.internal.upkeep.SqlUpkeep;
import org.tieline.spi.DemoRecords;

/** What a first look shows. */
class LessonDemoTest extends LessonTest {
    LessonDemoTest(Engine engine) {
        super(engine);
    }

    @Test
    void theCentersHaveLessonsInEachStageAndOnlyOnce() {
        for (String id : List.of(DemoRecords.COUNTY, DemoRecords.BACKUP, DemoRecords.CITY)) {
            platform.centers.create(Platform.ROOT, id, Platform.draft("Center " + id));
            Stream.of(Role.STAFF, Role.CHANGE_MANAGER, Role.CENTER_MANAGER)
                    .forEach(
                            role ->
                                    platform.people.create(
                                            Platform.ROOT,
                                            new PersonDraft(
                                                    Platform.unique("demo"),
                                                    "Pat " + role,
                                                    Optional.empty(),
                                                    id,
                                                    true,
                                                    Set.of(new RoleGrant(id, role)))));
        }
        SqlAdoptions adoptions = SqlAdoptions.in(store, platform.access);
        LessonDemo demo =
                new LessonDemo(
                        lessons,
                        adoptions,
                        SqlUpkeep.in(store, platform.access, redaction),
                        platform.people);
        demo.write(Platform.ROOT);
        demo.write(Platform.ROOT);
        List<LessonEntry> there =
                lessons.list(Platform.ROOT, LessonFilter.of(DemoRecords.COUNTY), PageRequest.FIRST)
                        .items();
        assertThat(there)
                .extracting(LessonEntry::state)
                .containsExactlyInAnyOrder(
                        LessonState.DRAFT,
                        LessonState.IN_REVIEW,
                        LessonState.PUBLISHED,
                        LessonState.PUBLISHED);
        String waiting =
                there.stream()
                        .filter(lesson -> lesson.state() == LessonState.IN_REVIEW)
                        .findFirst()
                        .orElseThrow()
                        .id();
        assertThat(lessons.findings(Platform.ROOT, waiting)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(
                        adoptions
                                .board(
                                        Platform.ROOT,
                                        DemoRecords.COUNTY,
                                        AdoptionStage.DONE,
                                        PageRequest.FIRST)
                                .items())
                .hasSize(1);
    }
}
