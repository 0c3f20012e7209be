package org.tieline.api.discussion;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.RecordRef;
import org.tieline.api.record.Who;

/**
 * What somebody said about a record.
 *
 * @param id a UUID
 * @param record what it is about
 * @param center id of the center that the record belongs to
 * @param text plain text of any number of lines, 1 to {@value #MAX_TEXT} characters; empty when it
 *     was withdrawn
 * @param author who said it
 * @param written when
 * @param edited when the author last put it differently; empty if never
 * @param withdrawn when it was taken back; empty while it stands
 * @param version counts changes, from 1
 */
public record Comment(
        String id,
        RecordRef record,
        String center,
        String text,
        Who author,
        Instant written,
        Optional<Instant> edited,
        Optional<Instant> withdrawn,
        long version) {
    public static final String KIND = "comment";
    public static final int MAX_TEXT = 10_000;

    public Comment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(written, "written");
        Objects.requireNonNull(edited, "edited");
        Objects.requireNonNull(withdrawn, "withdrawn");
    }

    public static RecordRef ref(String id) {
        return new RecordRef(KIND, id);
    }
}
