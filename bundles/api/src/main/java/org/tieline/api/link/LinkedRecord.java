package org.tieline.api.link;

import java.util.Objects;
import org.tieline.spi.record.RecordCard;

/**
 * A link as it stands on the page of one of its records.
 *
 * @param words what the page's record is to the other, such as {@code Caused by}
 * @param other the record at the other end, as the caller may see it
 */
public record LinkedRecord(RecordLink link, String words, RecordCard other) {
    public LinkedRecord {
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(other, "other");
    }
}
