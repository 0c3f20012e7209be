package org.tieline.api.record;

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
 * The records of one kind that are written and changed by their fields. Thread-safe. Every method
 * throws {@link NotFound} or {@link Forbidden} as {@link org.tieline.api.access.Access} decides.
 *
 * @param <D> what people say of a record
 * @param <S> the states of its life
 */
@ProviderType
public interface Records<D extends Record, S extends Enum<S>> extends RecordLife<D, S> {
    /**
     * Returns the records within the caller's reach, the newest first. A record that is written or
     * changed meanwhile makes no other appear twice or not at all.
     *
     * @throws Invalid if the cursor is not one of this list
     */
    Page<Stored<D, S>> list(Caller caller, RecordFilter<S> filter, PageRequest page);

    /**
     * Writes a record in its first state.
     *
     * @param center the center that it belongs to, for ever
     * @throws Invalid if a field is out of its range
     * @throws Conflict if the center has as many as it may have
     */
    Stored<D, S> create(Caller caller, String center, D draft);

    /**
     * Changes what a record says. If nothing is different, nothing is written.
     *
     * @param version the version that the caller saw
     * @throws Invalid as in {@link #create}
     * @throws Stale if it has another version by now
     * @throws Conflict if it cannot be edited in its state
     */
    Stored<D, S> update(Caller caller, String id, long version, D draft);
}
