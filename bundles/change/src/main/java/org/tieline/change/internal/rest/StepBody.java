package org.tieline.change.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Optional;
import org.tieline.api.change.StepKind;
import org.tieline.api.change.StepPlan;

/** A step as it is planned. */
@Schema(name = "ChangeStepPlan")
public record StepBody(
        @Schema(description = "The step that this is; left away for a new one") Optional<String> id,
        StepKind kind,
        @Schema(description = "1 to 500 characters") String what,
        @Schema(description = "Who it is assigned to; at most 120 characters")
                Optional<String> owner,
        @Schema(description = "Minutes after the start of the window") Optional<Long> startsAfter,
        @Schema(description = "Minutes") Optional<Long> lasts) {

    static StepBody of(StepPlan plan) {
        return new StepBody(
                plan.id(),
                plan.kind(),
                plan.what(),
                plan.owner(),
                plan.startsAfter().map(Duration::toMinutes),
                plan.lasts().map(Duration::toMinutes));
    }

    StepPlan plan() {
        return new StepPlan(
                id, kind, what, owner, startsAfter.map(Minutes::of), lasts.map(Minutes::of));
    }
}
