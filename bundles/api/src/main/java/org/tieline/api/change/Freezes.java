package org.tieline.api.change;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;

/**
 * Freezes of the centers. Everybody in a center reads its own and those of all centers; they are
 * set by who answers for the center, those of all by who does so for the installation. A change
 * that was scheduled before stays where it is, and is told of the conflict when it is next looked
 * at. Thread-safe. Every method throws {@link NotFound} or {@link Forbidden} as {@link
 * org.tieline.api.access.Access} decides.
 */
@ProviderType
public interface Freezes {
    /**
     * Returns the freezes of a center, and those of all, that are neither over nor lifted, by their
     * end.
     *
     * @param center its id, or {@link Caller#EVERYWHERE} for those of all alone
     * @throws Invalid if the cursor is not one of this list
     */
    Page<Freeze> list(Caller caller, String center, PageRequest page);

    /**
     * Returns the freezes of a center, and those of all, that lie over any of a time and are not
     * lifted, by their start; at most 1,000.
     */
    List<Freeze> during(Caller caller, String center, Window time);

    Freeze get(Caller caller, String id);

    /**
     * Sets a freeze.
     *
     * @param center the center to be frozen, or {@link Caller#EVERYWHERE} for all
     * @throws Invalid if a field is out of its range, or its end is past
     */
    Freeze create(Caller caller, String center, FreezeDraft draft);

    /**
     * Changes a freeze. One that was lifted stands again.
     *
     * @param version the version that the caller saw
     * @throws Invalid as in {@link #create}
     * @throws Stale if it has another version by now
     */
    Freeze update(Caller caller, String id, long version, FreezeDraft draft);

    /** Lifts a freeze: it stands in nobody's way any more. One that is lifted stays as it is. */
    Freeze lift(Caller caller, String id);
}
