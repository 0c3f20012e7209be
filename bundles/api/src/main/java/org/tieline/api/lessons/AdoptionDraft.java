package org.tieline.api.lessons;

import java.util.Objects;
import java.util.Optional;

/**
 * What a center says of a lesson that it uses, or decided not to use.
 *
 * @param note what it did or will do, or the reason for not doing it; at most 4,000 characters, not
 *     empty if the lesson was adapted or rejected. Only the center itself reads it
 * @param effect what came of it, once that is known; empty for what was rejected
 * @param effectNote how the effect shows, at most 4,000 characters. Only the center itself reads it
 * @param named true to let others who see the lesson know that this center uses it, and the effect
 */
public record AdoptionDraft(
        Uptake uptake, String note, Optional<Effect> effect, String effectNote, boolean named) {
    public AdoptionDraft {
        Objects.requireNonNull(uptake, "uptake");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(effectNote, "effectNote");
    }
}
