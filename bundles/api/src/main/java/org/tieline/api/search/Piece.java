package org.tieline.api.search;

import java.util.Objects;

/**
 * A piece of a text. The pieces of a list, one after the other, are the text.
 *
 * @param marked true for what was searched for
 */
public record Piece(String text, boolean marked) {
    public Piece {
        Objects.requireNonNull(text, "text");
    }
}
