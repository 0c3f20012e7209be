package org.tieline.api.change;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A time at which a change could run.
 *
 * @param calls how many calls are to be expected in it, if the center has a {@link CallProfiles
 *     call profile}
 * @param conflicts what it collides with; never anything hard
 * @param reasons why this time, each a sentence
 */
public record Suggestion(
        Window window,
        Optional<Double> calls,
        List<ChangeConflict> conflicts,
        List<String> reasons) {
    public Suggestion {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(calls, "calls");
        conflicts = List.copyOf(conflicts);
        reasons = List.copyOf(reasons);
    }
}
