package org.tieline.api.change;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.sharing.Finding;

/**
 * Changes and change models that centers share, and what others make of them. Thread-safe. Every
 * method throws {@link NotFound} or {@link Forbidden} as {@link org.tieline.api.access.Access}
 * decides; what is shared with no center of the caller does not exist for them.
 */
@ProviderType
public interface Sharing {
    /** From how many centers figures must come to be shown. */
    int FEWEST = 3;

    /**
     * Returns the passages in the texts of a change or model that may tell of a person. {@link
     * #publish} takes them out. None of them is decided.
     */
    List<Finding> findings(Caller caller, RecordRef record);

    /**
     * Shares a closed change or an approved model as it is now, without the passages that {@link
     * #findings} names. What is shared already is shared anew.
     *
     * @param everybody true for every center, those that come later included
     * @param centers ids of the others that shall see it, if not all
     * @param keep passages that others may see all the same, in any case, wherever they stand
     * @throws Invalid if the change is not closed or was cancelled, the model is not approved, a
     *     center does not exist, or nobody would see it
     */
    Shared publish(
            Caller caller,
            RecordRef record,
            boolean everybody,
            Set<String> centers,
            Set<String> keep);

    /** Takes it back. Those who took it over still see it. Does nothing if it is withdrawn. */
    Shared withdraw(Caller caller, String id);

    /**
     * Returns what is shared within the caller's sight, the latest first.
     *
     * @throws Invalid if the cursor is not one of this list
     */
    Page<Shared> list(Caller caller, PageRequest page);

    Shared get(Caller caller, String id);

    /** Returns what became of a change or model, if it is shared. */
    Optional<Shared> of(Caller caller, RecordRef record);

    /** Returns what a change or model was made from, if it was adopted. */
    Optional<Shared> origin(Caller caller, RecordRef made);

    /**
     * Returns what the centers made of these, by id; those left out of which fewer than {@link
     * #FEWEST} centers said anything.
     *
     * @param ids at most 500
     */
    Map<String, AdoptionFigures> figures(Caller caller, Collection<String> ids);

    /** Returns what the caller's own centers made of it. */
    List<Adoption> adoptions(Caller caller, String id);

    /**
     * Takes it over into a center: a proposed model, or a draft of a change, of its own.
     *
     * @param name what it shall be called there; empty for its own name
     * @throws Conflict if the center took it over already, or has a model of this name
     */
    Adoption adopt(Caller caller, String id, String center, Optional<String> name);

    /**
     * Says what came of it.
     *
     * @param outcome rejected only if it was not taken over; the others only if it was
     * @param reason at most 1,000 characters; needed for rejected and backed out
     * @param minutesSaved working time that it saved, 0 to {@link Adoption#MOST_MINUTES}
     * @throws Invalid if a field is out of its range or a reason is missing
     * @throws Conflict if the outcome does not fit what was done
     */
    Adoption outcome(
            Caller caller,
            String id,
            String center,
            AdoptionOutcome outcome,
            Optional<String> reason,
            Optional<Integer> minutesSaved);
}
