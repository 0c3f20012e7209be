package org.tieline.api.center;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.tieline.api.RecordRef;

/**
 * A center.
 *
 * @param id chosen when it was registered and kept for ever: 2 to 40 lower-case letters, digits and
 *     single hyphens, such as {@code harbor-county}
 * @param facts what people say of it
 * @param backsUp ids of the centers that name this one as their backup
 * @param version counts its changes, from 1
 * @param created when it was registered
 * @param updated when it was last changed
 */
public record Center(
        String id,
        CenterDraft facts,
        List<String> backsUp,
        long version,
        Instant created,
        Instant updated) {
    public static final String KIND = "center";

    public Center {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(facts, "facts");
        backsUp = List.copyOf(backsUp);
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(updated, "updated");
    }

    public static RecordRef ref(String id) {
        return new RecordRef(KIND, id);
    }
}
