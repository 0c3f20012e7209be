package org.tieline.api.discussion;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.RecordRef;
import org.tieline.api.record.Who;

/**
 * A file that somebody added to a record.
 *
 * @param id a UUID
 * @param record what it was added to
 * @param center id of the center that the record belongs to
 * @param name the file's name without any folder, 1 to {@value #MAX_NAME} characters
 * @param type its content type, as its content shows it, such as {@code application/pdf}
 * @param size in bytes
 * @param sha256 of its content, 64 hexadecimal digits
 * @param author who added it
 * @param added when
 * @param removed when it was removed; empty while it can be read
 */
public record Attachment(
        String id,
        RecordRef record,
        String center,
        String name,
        String type,
        long size,
        String sha256,
        Who author,
        Instant added,
        Optional<Instant> removed) {
    public static final String KIND = "attachment";
    public static final int MAX_NAME = 200;

    public Attachment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(added, "added");
        Objects.requireNonNull(removed, "removed");
    }

    public static RecordRef ref(String id) {
        return new RecordRef(KIND, id);
    }
}
