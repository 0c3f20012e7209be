package org.tieline.api.change;

import java.util.Objects;
import java.util.Optional;
import org.tieline.api.RecordRef;

/**
 * Something that a change collides with.
 *
 * @param kind why
 * @param hard true if it stands against scheduling and starting the change; a soft one asks for a
 *     reason only
 * @param with the record it collides with, if it is one of this center's people to see
 * @param words what it is, a sentence that everybody in the change's center may read: nothing of
 *     other centers but that they are at work
 */
public record ChangeConflict(
        ConflictKind kind, boolean hard, Optional<RecordRef> with, String words) {
    public ChangeConflict {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(with, "with");
        Objects.requireNonNull(words, "words");
    }
}
