package org.tieline.lessons.internal.page;

import static org.tieline.lessons.internal.record.LessonOperations.LESSON_REVIEW;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.lessons.DueLesson;
import org.tieline.api.lessons.LessonEntry;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.lessons.LessonUpkeep;
import org.tieline.api.lessons.Lessons;
import org.tieline.web.Choice;
import org.tieline.web.DashboardCard;
import org.tieline.web.PageCenters;
import org.tieline.web.View;

/** The lessons that wait for a reviewer. */
@Component
public final class ReviewCard implements DashboardCard {
    private static final int CENTERS = 10;
    private static final int SHOWN = 5;

    private final Lessons lessons;
    private final LessonUpkeep upkeep;
    private final PageCenters centers;

    @Activate
    public ReviewCard(
            @Reference Lessons lessons,
            @Reference LessonUpkeep upkeep,
            @Reference PageCenters centers) {
        this.lessons = lessons;
        this.upkeep = upkeep;
        this.centers = centers;
    }

    @Override
    public int order() {
        return 250;
    }

    @Override
    public Optional<View> show(Caller caller) {
        List<Choice> mine = centers.choices(caller, LESSON_REVIEW).stream().limit(CENTERS).toList();
        List<LessonEntry> waiting =
                mine.stream().flatMap(center -> waiting(caller, center)).limit(SHOWN).toList();
        List<DueLesson> due =
                mine.stream().flatMap(center -> due(caller, center)).limit(SHOWN).toList();
        return waiting.isEmpty() && due.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        LessonParts.view(
                                "Lessons to review",
                                "reviewcard",
                                Map.of("waiting", waiting, "due", due)));
    }

    private Stream<DueLesson> due(Caller caller, Choice center) {
        LocalDate today = LocalDate.now(centers.zone(center.value()));
        return upkeep
                .due(caller, center.value(), today, new PageRequest(SHOWN, Optional.empty()))
                .items()
                .stream();
    }

    private Stream<LessonEntry> waiting(Caller caller, Choice center) {
        return lessons
                .list(
                        caller,
                        LessonFilter.of(center.value()).in(LessonState.IN_REVIEW),
                        new PageRequest(SHOWN, Optional.empty()))
                .items()
                .stream();
    }
}
