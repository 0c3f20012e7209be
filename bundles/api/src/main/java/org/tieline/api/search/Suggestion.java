package org.tieline.api.search;

import java.util.List;
import java.util.Objects;
import org.tieline.api.RecordRef;

/**
 * A record that may be the one that somebody is typing the title of.
 *
 * @param title the title, with what was typed marked
 * @param path absolute path of its page
 */
public record Suggestion(RecordRef record, String kindLabel, List<Piece> title, String path) {
    public Suggestion {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(kindLabel, "kindLabel");
        title = List.copyOf(title);
        Objects.requireNonNull(path, "path");
    }
}
