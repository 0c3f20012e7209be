package org.tieline.change.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.tieline.api.change.Step;
import org.tieline.api.change.StepKind;
import org.tieline.api.change.StepState;

/** A step as the API shows it. */
@Schema(name = "ChangeStep")
public record StepView(
        String id,
        StepKind kind,
        String what,
        Optional<String> owner,
        Optional<Long> startsAfter,
        Optional<Long> lasts,
        StepState state,
        Optional<Instant> started,
        Optional<Instant> finished,
        Optional<WhoView> by,
        Optional<String> result) {

    static StepView of(Step step) {
        StepBody plan = StepBody.of(step.plan());
        return new StepView(
                step.id(),
                plan.kind(),
                plan.what(),
                plan.owner(),
                plan.startsAfter(),
                plan.lasts(),
                step.state(),
                step.started(),
                step.finished(),
                step.by().map(WhoView::of),
                step.result());
    }
}
