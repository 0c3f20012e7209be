package org.tieline.change.internal.record;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.tieline.api.change.ChangeConflict;
import org.tieline.api.change.ChangeDraft;

/** Finds what a change collides with. */
public interface Conflicts {
    /**
     * Looks round: at the service map, the center and its neighbours. Asks other services, each of
     * which takes a connection of its own; so call it before a transaction, never within one.
     *
     * @param id the change that it is a draft of, which does not collide with itself
     * @param draft any part of it may still be missing or faulty
     * @param touch what it touches
     */
    Around around(String center, Optional<String> id, ChangeDraft draft, AssetImpact.Touch touch);

    /** What surrounds a draft. Immutable. */
    interface Around {
        /**
         * Returns what the draft collides with, hard ones first; nothing while it has no window.
         * All is told so that everybody in the center may read it.
         *
         * @param sql reads in the transaction that the answer is for, so that two changes scheduled
         *     at the same moment see one another
         */
        List<ChangeConflict> find(DSLContext sql);
    }
}
