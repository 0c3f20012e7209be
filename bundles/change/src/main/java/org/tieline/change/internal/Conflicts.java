package org.tieline.change.internal;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ChangeConflict;
import org.tieline.api.change.ChangeDraft;

/** Finds what a change collides with. */
public interface Conflicts {
    /**
     * Returns what a draft collides with, hard ones first; nothing while it has no window.
     *
     * @param sql reads in the transaction that the answer is for, so that two changes scheduled at
     *     the same moment see one another
     * @param caller who asks; what is found is told so that everybody in the center may read it
     * @param id the change that it is a draft of, which does not collide with itself
     * @param draft any part of it may still be missing or faulty
     */
    List<ChangeConflict> of(
            DSLContext sql, Caller caller, String center, Optional<String> id, ChangeDraft draft);
}
