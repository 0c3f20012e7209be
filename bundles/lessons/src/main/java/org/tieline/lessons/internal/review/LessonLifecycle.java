package org.tieline.lessons.internal.review;

import static org.tieline.api.lessons.LessonState.DRAFT;
import static org.tieline.api.lessons.LessonState.IN_REVIEW;
import static org.tieline.api.lessons.LessonState.PUBLISHED;
import static org.tieline.api.lessons.LessonState.RETIRED;
import static org.tieline.lessons.internal.record.LessonOperations.LESSON_REVIEW;
import static org.tieline.lessons.internal.record.LessonOperations.LESSON_WRITE;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tieline.api.error.Conflict;
import org.tieline.api.lessons.LessonMove;
import org.tieline.api.lessons.LessonState;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.Lifecycle;
import org.tieline.core.record.Lifecycle.Move;

/** The life of a lesson: who may move it from where to where. Editing makes it a draft again. */
final class LessonLifecycle {
    static final Lifecycle<LessonState> TABLE =
            Lifecycle.of(LessonState.class)
                    .editedInto(DRAFT)
                    .move(
                            name(LessonMove.SUBMIT),
                            "Submit for review",
                            "submitted",
                            Set.of(DRAFT, RETIRED),
                            IN_REVIEW,
                            LESSON_WRITE)
                    .move(
                            name(LessonMove.GIVE_BACK),
                            "Return to author",
                            "given-back",
                            Set.of(IN_REVIEW),
                            DRAFT,
                            LESSON_REVIEW)
                    .move(
                            name(LessonMove.PUBLISH),
                            "Publish",
                            "published",
                            Set.of(IN_REVIEW),
                            PUBLISHED,
                            LESSON_REVIEW)
                    .move(
                            name(LessonMove.RETIRE),
                            "Retire",
                            "retired",
                            Set.of(DRAFT, IN_REVIEW, PUBLISHED),
                            RETIRED,
                            LESSON_REVIEW);

    private LessonLifecycle() {}

    private static String name(LessonMove move) {
        return EnumNames.of(move);
    }

    static Move<LessonState> line(LessonMove move) {
        return TABLE.named(name(move)).get(0);
    }

    /**
     * @throws Conflict if the move does not start from a state
     */
    static void require(LessonMove move, LessonState state) {
        Move<LessonState> line = line(move);
        if (!line.from().contains(state)) {
            throw new Conflict(
                    "The lesson is "
                            + words(state)
                            + "; \""
                            + line.label()
                            + "\" is for one that is "
                            + TABLE.all().stream()
                                    .filter(line.from()::contains)
                                    .map(LessonLifecycle::words)
                                    .collect(Collectors.joining(" or "))
                            + ".");
        }
    }

    private static String words(LessonState state) {
        return EnumNames.words(state).toLowerCase(Locale.ROOT);
    }
}
