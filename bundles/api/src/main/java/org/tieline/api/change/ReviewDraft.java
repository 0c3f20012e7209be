package org.tieline.api.change;

import java.util.Objects;
import java.util.Optional;

/**
 * What people say in a post-implementation review. Long texts have at most 4,000 characters.
 *
 * @param aim whether the change met its aim
 * @param sideEffects what else happened
 * @param incidents what broke because of it, and for how long
 * @param learned what others should know
 */
public record ReviewDraft(
        AimMet aim,
        Optional<String> sideEffects,
        Optional<String> incidents,
        Optional<String> learned) {
    public ReviewDraft {
        Objects.requireNonNull(aim, "aim");
        Objects.requireNonNull(sideEffects, "sideEffects");
        Objects.requireNonNull(incidents, "incidents");
        Objects.requireNonNull(learned, "learned");
    }
}
