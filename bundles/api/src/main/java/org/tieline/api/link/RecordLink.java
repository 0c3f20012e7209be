package org.tieline.api.link;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.RecordRef;

/**
 * That one record is related to another.
 *
 * @param id a UUID
 * @param from the record that is, say, caused by the other
 * @param to the other record
 * @param center id of the center that {@code from} belongs to
 * @param author name of who made the link
 * @param made when it was made
 * @param removed when it was taken away; empty while it stands
 */
public record RecordLink(
        String id,
        RecordRef from,
        Relation relation,
        RecordRef to,
        String center,
        String author,
        Instant made,
        Optional<Instant> removed) {
    public static final String KIND = "link";

    public RecordLink {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(made, "made");
        Objects.requireNonNull(removed, "removed");
    }

    public static RecordRef ref(String id) {
        return new RecordRef(KIND, id);
    }
}
