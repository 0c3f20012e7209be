package org.tieline.api.lessons;

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
import org.tieline.api.record.MoveOption;
import org.tieline.api.sharing.Finding;

/**
 * The lessons of the centers. Thread-safe. Every method throws {@link NotFound} or {@link
 * Forbidden} as {@link org.tieline.api.access.Access} decides. A lesson is seen in its own center,
 * and by others as far as its audience goes while it is published; only its own center changes it.
 * Lessons of knowledge packs are changed by nobody.
 *
 * <p>A published lesson that is changed is a draft again, while everybody goes on seeing it as it
 * was published until the change is published too.
 */
@ProviderType
public interface Lessons {
    /**
     * Returns the lessons that the caller may see, those changed last first.
     *
     * @throws Invalid if the cursor is not one of this list
     */
    Page<LessonEntry> list(Caller caller, LessonFilter filter, PageRequest page);

    Lesson get(Caller caller, String id);

    /**
     * Writes a draft.
     *
     * @throws Invalid if a field is out of its range
     */
    Lesson create(Caller caller, String center, LessonDraft draft);

    /**
     * Changes a lesson and makes it a draft. If nothing is different, nothing is written.
     *
     * @param version the version that the caller saw
     * @throws Invalid as in {@link #create}
     * @throws Stale if it has another version by now
     */
    Lesson update(Caller caller, String id, long version, LessonDraft draft);

    /** Returns the moves that the caller may make from where a lesson is. */
    List<MoveOption> moves(Caller caller, String id);

    /**
     * Hands a draft to the reviewers; one that is with them already stays there.
     *
     * @throws Conflict if it is published as it is
     */
    Lesson submit(Caller caller, String id);

    /**
     * Gives a lesson back to who wrote it.
     *
     * @param reason what is missing, 1 to 1,000 characters
     * @throws Conflict if it is not in review
     */
    Lesson giveBack(Caller caller, String id, String reason);

    /**
     * Publishes a lesson for its audience. What others than its center see from then on is made
     * here, from what was decided on each finding.
     *
     * @param version the version that the caller has read
     * @throws Conflict if it is not in review, or somebody must still decide on a finding before it
     *     can leave the center
     * @throws Forbidden also if the caller wrote a part of it since it was last published, or it
     *     leaves the center and the caller may not share
     * @throws Stale if it has another version by now
     */
    Lesson publish(Caller caller, String id, long version);

    /**
     * Retires a lesson; nobody else sees it any more.
     *
     * @param reason why it is outdated, 1 to 1,000 characters
     */
    Lesson retire(Caller caller, String id, String reason);

    /** Returns all versions that the lesson has had, the latest first; only to its own center. */
    Page<LessonVersion> versions(Caller caller, String id, PageRequest page);

    /** Returns one version; empty if there is none of this number. */
    Optional<LessonVersion> version(Caller caller, String id, long version);

    /** Returns what may have to stay in the center, in the order of reading. */
    List<Finding> findings(Caller caller, String id);

    /**
     * Decides on a passage, wherever it stands in the lesson.
     *
     * @throws Invalid if the lesson has no such finding
     */
    void decide(Caller caller, String id, String kind, String text, Finding.Decision decision);

    /** Returns the notes of the centers in which the caller may read, the latest first. */
    Page<LessonNote> notes(Caller caller, String id, PageRequest page);

    /**
     * Adds a note of a center to a lesson that it sees.
     *
     * @param text 1 to 4,000 characters
     * @throws Invalid if the text is empty or too long
     */
    LessonNote note(Caller caller, String id, String center, String text);
}
