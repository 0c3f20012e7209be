package org.tieline.api.sharing;

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

/**
 * Records of any kind that centers share, and what others make of them; which kinds there are is
 * said by the {@link org.tieline.spi.sharing.Shareable} services. Thread-safe. Every method throws
 * {@link NotFound} or {@link Forbidden} as {@link org.tieline.api.access.Access} decides; what is
 * shared with no center of the caller does not exist for them, nor does what no installed
 * capability shares.
 */
@ProviderType
public interface Sharing {
    /** From how many centers figures must come to be shown. */
    int FEWEST = 3;

    /**
     * Returns the passages in the texts of a record that may tell of a person. {@link #publish}
     * takes them out. None of them is decided.
     */
    List<Finding> findings(Caller caller, RecordRef record);

    /**
     * Shares a record as it is now, without the passages that {@link #findings} names. What is
     * shared already is shared anew.
     *
     * @param everybody true for every center, those that come later included
     * @param centers ids of the others that shall see it, if not all
     * @param keep passages that others may see all the same, in any case, wherever they stand
     * @throws Invalid if its capability does not let it be shared as it is, a center does not
     *     exist, or nobody would see it
     */
    Shared publish(
            Caller caller,
            RecordRef record,
            boolean everybody,
            Set<String> centers,
            Set<String> keep);

    /** Takes it back. Those who took it over still see it. Does nothing if it is withdrawn. */
    Shared withdraw(Caller caller, RecordRef shared);

    /**
     * Returns what is shared within the caller's sight, the latest first.
     *
     * @param kind the kind of {@link Shared#ref}
     * @throws Invalid if the cursor is not one of this list
     */
    Page<Shared> list(Caller caller, String kind, PageRequest page);

    Shared get(Caller caller, RecordRef shared);

    /** Returns what became of a record, if it is shared. */
    Optional<Shared> of(Caller caller, RecordRef record);

    /** Returns what a record was made from, if it was adopted. */
    Optional<Shared> origin(Caller caller, RecordRef made);

    /**
     * Returns what the centers made of these, by id; those left out that the caller does not see,
     * or of which fewer than {@link #FEWEST} centers said anything.
     *
     * @param kind the kind of {@link Shared#ref}
     * @param ids at most 500
     */
    Map<String, AdoptionFigures> figures(Caller caller, String kind, Collection<String> ids);

    /** Returns what the caller's own centers made of it. */
    List<Adoption> adoptions(Caller caller, RecordRef shared);

    /**
     * Takes it over into a center, as a record of the center's own.
     *
     * @param title what it shall be called there; empty or blank for its own title
     * @throws Conflict if the center took it over already, it is the center's own, or its
     *     capability cannot write it there, such as under a title that is taken
     */
    Adoption adopt(Caller caller, RecordRef shared, String center, Optional<String> title);

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
            RecordRef shared,
            String center,
            AdoptionOutcome outcome,
            Optional<String> reason,
            Optional<Integer> minutesSaved);
}
