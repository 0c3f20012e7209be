package org.tieline.lessons.internal.page;

import static org.tieline.lessons.internal.record.LessonOperations.LESSON_ADOPT;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.lessons.Adoption;
import org.tieline.api.lessons.Adoptions;
import org.tieline.api.lessons.Feedback;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonUpkeep;
import org.tieline.api.lessons.Standing;
import org.tieline.web.Choice;

/**
 * What a lesson's page says of its use.
 *
 * @param own what the caller's centers make of it
 * @param open what readers say against it, for its own center
 * @param due whether the day to look at it again has come
 * @param adopts whether the caller may decide for a center
 */
public record LessonUse(
        Standing standing,
        List<Adoption> own,
        List<Feedback> open,
        boolean due,
        boolean saidHelped,
        boolean adopts) {

    /** Returns the center that the caller speaks for: their first. */
    public String speaking(List<Choice> centers) {
        return centers.get(0).value();
    }

    /** Reads it for a caller. */
    @Component(service = Reader.class)
    public static final class Reader {
        private final Adoptions adoptions;
        private final LessonUpkeep upkeep;
        private final Access access;

        @Activate
        public Reader(
                @Reference Adoptions adoptions,
                @Reference LessonUpkeep upkeep,
                @Reference Access access) {
            this.adoptions = adoptions;
            this.upkeep = upkeep;
            this.access = access;
        }

        LessonUse read(Caller caller, Lesson lesson) {
            return new LessonUse(
                    adoptions.standing(caller, lesson.id()),
                    adoptions.list(caller, lesson.id(), PageRequest.FIRST).items(),
                    upkeep.open(caller, lesson.id()),
                    lesson.facts()
                            .review()
                            .filter(day -> !day.isAfter(LocalDate.now(ZoneOffset.UTC)))
                            .isPresent(),
                    upkeep.saidHelped(caller, lesson.id()),
                    adopts(caller, lesson.center()));
        }

        private boolean adopts(Caller caller, String owner) {
            Reach reach = access.reach(caller, LESSON_ADOPT);
            return reach.everywhere()
                    || reach.centers().stream().anyMatch(center -> !center.equals(owner));
        }
    }
}
