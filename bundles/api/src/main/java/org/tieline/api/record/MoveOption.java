package org.tieline.api.record;

import java.util.Objects;

/**
 * A move that a caller may make from where a record is.
 *
 * @param move its name, such as {@code lift}
 * @param to the state that it leads to, such as {@code lifted}
 */
public record MoveOption(String move, String to) {
    public MoveOption {
        Objects.requireNonNull(move, "move");
        Objects.requireNonNull(to, "to");
    }
}
