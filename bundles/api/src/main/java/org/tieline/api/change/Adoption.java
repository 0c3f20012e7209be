package org.tieline.api.change;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.RecordRef;

/**
 * What one center made of a shared change or model.
 *
 * @param share id of what was shared
 * @param center id of the center that looked at it
 * @param outcome what came of it
 * @param reason why, at most 1,000 characters
 * @param minutesSaved working time that it saved, as the center says
 * @param made the center's own change or model that was made from it
 * @param by who said so last
 * @param at when
 */
public record Adoption(
        String share,
        String center,
        AdoptionOutcome outcome,
        Optional<String> reason,
        Optional<Integer> minutesSaved,
        Optional<RecordRef> made,
        Who by,
        Instant at) {
    /** 100 working days. */
    public static final int MOST_MINUTES = 48_000;

    public Adoption {
        Objects.requireNonNull(share, "share");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(minutesSaved, "minutesSaved");
        Objects.requireNonNull(made, "made");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
