package org.tieline.api.change;

import java.time.Instant;
import java.util.Objects;
import org.tieline.api.record.Who;

/**
 * The post-implementation review of a change.
 *
 * @param facts what people say in it
 * @param by who wrote it last
 * @param at when
 */
public record Review(ReviewDraft facts, Who by, Instant at) {
    public Review {
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
