package org.tieline.api.change;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.record.Who;

/**
 * A step and how it went.
 *
 * @param id unique within its change
 * @param plan what was planned; its id is this one
 * @param state how far it is
 * @param started when it was begun
 * @param finished when it was ended
 * @param by who touched it last
 * @param result what came out, at most 1,000 characters
 */
public record Step(
        String id,
        StepPlan plan,
        StepState state,
        Optional<Instant> started,
        Optional<Instant> finished,
        Optional<Who> by,
        Optional<String> result) {
    public Step {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(finished, "finished");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(result, "result");
    }
}
