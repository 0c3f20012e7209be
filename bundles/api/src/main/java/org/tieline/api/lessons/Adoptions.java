package org.tieline.api.lessons;

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
 * What centers make of the lessons of others. Thread-safe. Every method throws {@link NotFound} for
 * a lesson that the caller does not see, and {@link NotFound} or {@link Forbidden} as {@link
 * org.tieline.api.access.Access} decides.
 */
@ProviderType
public interface Adoptions {
    /** Returns what came of a lesson, as far as others may know. */
    Standing standing(Caller caller, String lesson);

    /** Returns what the centers in which the caller may read decided on it, by center. */
    Page<Adoption> list(Caller caller, String lesson, PageRequest page);

    /**
     * Says what a center makes of a lesson.
     *
     * @param version the version that the caller saw; 0 if the center had not decided
     * @throws Invalid if a field is out of its range
     * @throws Conflict if the lesson is the center's own
     * @throws Stale if it has another version by now
     */
    Adoption decide(Caller caller, String lesson, String center, long version, AdoptionDraft draft);

    /**
     * Returns the lessons of others on a center's board that it still sees: those undecided the
     * latest published first, the others the latest decided first.
     */
    Page<AdoptionEntry> board(Caller caller, String center, AdoptionStage stage, PageRequest page);

    /**
     * Makes a lesson a best practice; one that is stays one.
     *
     * @throws Conflict if it is not published, or fewer than {@link Standing#FEWEST} centers say
     *     that it made things better
     */
    Standing promote(Caller caller, String lesson);
}
