package org.tieline.api.lessons;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;

/**
 * Whether lessons still hold. Thread-safe. Every method throws {@link NotFound} for a lesson that
 * the caller does not see, and {@link NotFound} or {@link Forbidden} as {@link
 * org.tieline.api.access.Access} decides.
 */
@ProviderType
public interface LessonUpkeep {
    /**
     * Tells that a lesson helped; once for each person.
     *
     * @param center the center that the caller speaks for
     */
    void helped(Caller caller, String lesson, String center);

    /**
     * Tells the owner that a lesson is outdated.
     *
     * @param reason why, 1 to 1,000 characters
     * @throws Invalid if the reason is empty or too long, or holds what may have to stay in the
     *     center
     */
    void outdated(Caller caller, String lesson, String center, String reason);

    /**
     * Returns what is open of what readers told the lesson's center: at most the last 50; empty for
     * other centers.
     */
    List<Feedback> open(Caller caller, String lesson);

    /** Tells whether this person said already that it helped. */
    boolean saidHelped(Caller caller, String lesson);

    /**
     * Returns the published lessons of a center that a reader says no longer hold, or whose day to
     * look at them again has come, those due longest first.
     */
    Page<DueLesson> due(Caller caller, String center, LocalDate today, PageRequest page);

    /**
     * Says that a published lesson still holds, which answers what readers told.
     *
     * @param version the version that the caller has read
     * @param next when to look at it again
     * @throws Invalid if that day is not to come
     * @throws Conflict if the lesson is not published as it is
     * @throws Stale if it has another version by now
     */
    Lesson stillHolds(Caller caller, String lesson, long version, Optional<LocalDate> next);
}
