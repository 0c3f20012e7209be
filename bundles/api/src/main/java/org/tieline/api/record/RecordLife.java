package org.tieline.api.record;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;

/**
 * The records of one kind, however they are written: read, and moved on in their life. Thread-safe.
 * Every method throws {@link NotFound} or {@link Forbidden} as {@link
 * org.tieline.api.access.Access} decides.
 *
 * @param <D> what people say of a record
 * @param <S> the states of its life
 */
@ProviderType
public interface RecordLife<D extends Record, S extends Enum<S>> {
    Stored<D, S> get(Caller caller, String id);

    /** Returns the moves that the caller may make from where a record is. */
    List<MoveOption> moves(Caller caller, String id);

    /**
     * Moves a record on in its life. Does nothing if it is where the move leads already.
     *
     * @param move the name of a move
     * @throws Invalid if there is no such move
     * @throws Conflict if the move does not start from its state
     */
    Stored<D, S> move(Caller caller, String id, String move);
}
