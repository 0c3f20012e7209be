package org.tieline.api.change;

import java.util.List;
import java.util.Objects;
import org.tieline.api.error.FieldError;

/**
 * A move that a caller may make from where a change is.
 *
 * @param move which
 * @param to where it leads
 * @param missing what is still missing on the record for it; what is said with the move itself,
 *     such as its reason, is not counted
 * @param wantsReason true if the move needs a reason
 */
public record MoveOption(Move move, ChangeState to, List<FieldError> missing, boolean wantsReason) {
    public MoveOption {
        Objects.requireNonNull(move, "move");
        Objects.requireNonNull(to, "to");
        missing = List.copyOf(missing);
    }
}
