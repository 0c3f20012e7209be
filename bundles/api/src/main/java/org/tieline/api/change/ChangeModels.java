package org.tieline.api.change;

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
 * The catalogue of change models. Thread-safe. Every method throws {@link NotFound} or {@link
 * Forbidden} as {@link org.tieline.api.access.Access} decides.
 */
@ProviderType
public interface ChangeModels {
    /**
     * Returns the models within reach, by name.
     *
     * @param center only those of this center
     * @param state only those in this state
     * @throws Invalid if the cursor is not one of this list
     */
    Page<ChangeModel> list(
            Caller caller, Optional<String> center, Optional<ModelState> state, PageRequest page);

    ChangeModel get(Caller caller, String id);

    /**
     * Proposes a model.
     *
     * @param from the change that it comes from, which must be closed as successful; empty for none
     * @throws Invalid if a field is out of its range, or the change did not end so
     * @throws Conflict if the center has a model of this name
     */
    ChangeModel create(Caller caller, String center, Optional<String> from, ModelDraft draft);

    /** Returns what a model proposed from a change would say, to be filled in. */
    ModelDraft draftFrom(Caller caller, String change);

    /**
     * Changes a model, which is proposed again thereby. Nothing can be made from it until it is
     * approved.
     *
     * @param version the version that the caller saw
     * @throws Invalid as in {@link #create}
     * @throws Conflict as in {@link #create}, or if it is retired
     * @throws Stale if it has another version by now
     */
    ChangeModel update(Caller caller, String id, long version, ModelDraft draft);

    /**
     * Approves a proposed model.
     *
     * @param version the version that the caller saw
     * @throws Invalid with everything that it lacks, all at once
     * @throws Conflict if it is not proposed
     * @throws Forbidden if the caller is its author
     * @throws Stale if it has another version by now
     */
    ChangeModel approve(Caller caller, String id, long version);

    /**
     * Retires a model. Does nothing if it is retired.
     *
     * @param reason why, 1 to 1,000 characters
     */
    ChangeModel retire(Caller caller, String id, String reason);
}
