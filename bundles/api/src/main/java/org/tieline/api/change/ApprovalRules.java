package org.tieline.api.change;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;

/**
 * The table that says who must agree to which changes: one for all centers, and what a center adds
 * to it. It counts when approval is asked for; rounds that were asked for before stay as they are.
 * Where those it names are too few besides who wrote the change and who does it, coordinators and
 * administrators stand in. Thread-safe. Every method throws {@link NotFound} or {@link Forbidden}
 * as {@link org.tieline.api.access.Access} decides.
 */
@ProviderType
public interface ApprovalRules {
    /** How many lines a center may add. */
    int MOST = 50;

    /** Returns the table that holds for every center, in its order. */
    List<StandardRule> standard();

    /** Returns what a center added and did not remove, in the order in which it was added. */
    List<ApprovalRule> of(Caller caller, String center);

    ApprovalRule get(Caller caller, String id);

    /**
     * Adds a line for a center.
     *
     * @throws Invalid if a field is out of its range
     * @throws Conflict if the center has {@link #MOST} lines
     */
    ApprovalRule create(Caller caller, String center, ApprovalRuleDraft draft);

    /**
     * Changes a line; one that was removed counts again.
     *
     * @param version the version that the caller saw
     * @throws Invalid as in {@link #create}
     * @throws Stale if it has another version by now
     */
    ApprovalRule update(Caller caller, String id, long version, ApprovalRuleDraft draft);

    /** Removes a line. Does nothing if it is removed. */
    ApprovalRule remove(Caller caller, String id);
}
