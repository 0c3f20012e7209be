package org.tieline.api.sharing;

import java.util.Objects;
import java.util.Optional;

/**
 * A passage that may have to stay in the center.
 *
 * @param field where it stands, as the API spells it, such as {@code happened} or {@code
 *     links[0].title}
 * @param start where it begins in that field
 * @param end where it ends, exclusive
 * @param text the passage
 * @param kind what it seems to be, in plain words, such as "phone number"
 * @param decision what a person decided; one decision counts for a passage wherever it stands
 */
public record Finding(
        String field, int start, int end, String text, String kind, Optional<Decision> decision) {
    public Finding {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(decision, "decision");
    }

    /** What becomes of a passage when the record leaves its center. */
    public enum Decision {
        /** It may be seen by others. */
        KEEP,
        /** Others see in its place that something was removed. */
        REMOVE
    }
}
