package org.tieline.api.search;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.RecordRef;

/**
 * A record that was found.
 *
 * @param record which
 * @param kindLabel what it is, for people, such as "Center"
 * @param title its title, with what was searched for marked
 * @param path absolute path of its page
 * @param center id of the center it belongs to
 * @param date the date that counts for it, if it has one
 * @param passages whole sentences of it that show why it was found, at most three; the beginning
 *     when none does
 * @param why in plain words why it was found and stands where it stands; empty unless asked for
 */
public record Hit(
        RecordRef record,
        String kindLabel,
        List<Piece> title,
        String path,
        String center,
        Optional<Instant> date,
        List<List<Piece>> passages,
        List<String> why) {
    public Hit {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(kindLabel, "kindLabel");
        title = List.copyOf(title);
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(date, "date");
        passages = passages.stream().map(List::copyOf).toList();
        why = List.copyOf(why);
    }
}
