package org.tieline.api.person;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.RecordRef;

/**
 * A workstation on the dispatch floor. Sessions on it are not locked when idle, as the CJIS
 * Security Policy 5.9.4 (device lock) exempts devices that perform dispatch functions in a
 * physically secure location.
 *
 * @param id a UUID
 * @param center id of the center whose floor it is on
 * @param name what the floor calls it, 1 to 60 characters
 * @param created when it was marked
 * @param revoked when the mark was taken away; empty while it stands
 */
public record Position(
        String id, String center, String name, Instant created, Optional<Instant> revoked) {
    public static final String KIND = "position";

    public Position {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(revoked, "revoked");
    }

    public static RecordRef ref(String id) {
        return new RecordRef(KIND, id);
    }
}
