package org.tieline.api.change;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A step as it is planned.
 *
 * @param id the step that this is, as {@link Step#id} gave it; empty for a new one
 * @param kind what it is for
 * @param what what is done, 1 to 500 characters
 * @param owner who does it, at most 120 characters
 * @param startsAfter when it begins, counted from the start of the change's window; not negative,
 *     whole minutes
 * @param lasts how long it takes; more than 0, whole minutes
 */
public record StepPlan(
        Optional<String> id,
        StepKind kind,
        String what,
        Optional<String> owner,
        Optional<Duration> startsAfter,
        Optional<Duration> lasts) {
    public StepPlan {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(startsAfter, "startsAfter");
        Objects.requireNonNull(lasts, "lasts");
    }
}
