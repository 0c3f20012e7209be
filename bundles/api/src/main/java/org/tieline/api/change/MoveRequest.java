package org.tieline.api.change;

import java.util.Objects;
import java.util.Optional;

/**
 * Asks for a move.
 *
 * @param move which; one that {@link Move#canBeAskedFor}
 * @param reason why, at most 1,000 characters; the lifecycle says when it is needed
 * @param conflictReason why the change goes on in spite of the soft conflicts that nobody has given
 *     a reason for, at most 1,000 characters; it stays on the record
 * @param closure how it ended; needed for {@link Move#CLOSE}
 */
public record MoveRequest(
        Move move,
        Optional<String> reason,
        Optional<String> conflictReason,
        Optional<ClosureCode> closure) {
    public MoveRequest {
        Objects.requireNonNull(move, "move");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(conflictReason, "conflictReason");
        Objects.requireNonNull(closure, "closure");
    }

    public static MoveRequest of(Move move) {
        return new MoveRequest(move, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public MoveRequest because(String why) {
        return new MoveRequest(move, Optional.of(why), conflictReason, closure);
    }

    public MoveRequest inSpiteOfConflicts(String why) {
        return new MoveRequest(move, reason, Optional.of(why), closure);
    }

    public static MoveRequest close(ClosureCode closure) {
        return new MoveRequest(
                Move.CLOSE, Optional.empty(), Optional.empty(), Optional.of(closure));
    }
}
