package org.tieline.spi.record;

import java.util.Objects;
import org.tieline.api.RecordRef;

/**
 * A record where others refer to it.
 *
 * @param record which
 * @param center id of the center it belongs to, or {@link org.tieline.api.access.Caller#EVERYWHERE}
 * @param title what people call it, on one line, such as "CHG-2026-0042 Replace the firewall"
 * @param path absolute path of its page
 */
public record RecordCard(RecordRef record, String center, String title, String path) {
    public RecordCard {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(path, "path");
    }
}
