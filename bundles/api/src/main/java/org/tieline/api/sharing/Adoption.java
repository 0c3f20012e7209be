package org.tieline.api.sharing;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.RecordRef;

/**
 * What one center made of a record that another one shared.
 *
 * @param shared id of what was shared
 * @param center id of the center that looked at it
 * @param outcome what came of it
 * @param reason why, at most 1,000 characters
 * @param minutesSaved working time that it saved, as the center says
 * @param made the center's own record that was made from it
 * @param by id of whoever said so last
 * @param byName their name, as it was then
 * @param at when
 */
public record Adoption(
        String shared,
        String center,
        AdoptionOutcome outcome,
        Optional<String> reason,
        Optional<Integer> minutesSaved,
        Optional<RecordRef> made,
        String by,
        String byName,
        Instant at) {
    /** 100 working days. */
    public static final int MOST_MINUTES = 48_000;

    public Adoption {
        Objects.requireNonNull(shared, "shared");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(minutesSaved, "minutesSaved");
        Objects.requireNonNull(made, "made");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(byName, "byName");
        Objects.requireNonNull(at, "at");
    }
}
