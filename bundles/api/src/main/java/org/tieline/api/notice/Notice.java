package org.tieline.api.notice;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.RecordRef;

/**
 * What one person was told.
 *
 * @param id a UUID
 * @param topic name of what it is about
 * @param title what it is, on one line
 * @param text more of it in plain text; may be empty
 * @param path absolute path of the page to open
 * @param center id of the center it is about, or {@link org.tieline.api.access.Caller#EVERYWHERE}
 * @param at when it was posted
 * @param read when the person read it; empty while it is new
 */
public record Notice(
        String id,
        String topic,
        String title,
        String text,
        String path,
        String center,
        Instant at,
        Optional<Instant> read) {
    public static final String KIND = "notice";

    public Notice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(read, "read");
    }

    public static RecordRef ref(String id) {
        return new RecordRef(KIND, id);
    }
}
