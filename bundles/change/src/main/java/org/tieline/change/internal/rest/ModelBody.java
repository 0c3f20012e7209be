package org.tieline.change.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.tieline.api.change.ModelDraft;

/** What a change model says from now on; what is left away is empty from now on. */
@Schema(name = "ChangeModelBody")
public record ModelBody(
        @Schema(description = "Id of the center; for a new model, which keeps it for ever")
                Optional<String> center,
        @Schema(description = "Id of the successful change that it comes from; for a new model")
                Optional<String> from,
        @Schema(description = "One line of 1 to 120 characters, unique in the center") String name,
        @Schema(description = "When to use it") Optional<String> when,
        Optional<String> why,
        Optional<String> what,
        @Schema(description = "Ids of the assets it may touch; any if left away")
                Optional<List<String>> assets,
        @Schema(description = "How long its window is, in minutes") long lasts,
        Optional<String> testPlan,
        Optional<String> backOutPlan,
        @Schema(description = "Minutes after the start of the window") Optional<Long> decideAfter,
        Optional<String> callsMeanwhile,
        Optional<String> tell,
        Optional<List<StepBody>> steps) {

    String home() {
        return ChangeQuery.required(center.orElse(null));
    }

    ModelDraft draft() {
        return new ModelDraft(
                name,
                when,
                why,
                what,
                new HashSet<>(assets.orElse(List.of())),
                Minutes.of(lasts),
                testPlan,
                backOutPlan,
                decideAfter.map(Minutes::of),
                callsMeanwhile,
                tell,
                steps.orElse(List.of()).stream().map(StepBody::plan).toList());
    }

    static ModelBody of(ModelDraft draft) {
        return new ModelBody(
                Optional.empty(),
                Optional.empty(),
                draft.name(),
                draft.when(),
                draft.why(),
                draft.what(),
                Optional.of(draft.assets().stream().sorted().toList()),
                draft.lasts().toMinutes(),
                draft.testPlan(),
                draft.backOutPlan(),
                draft.decideAfter().map(after -> after.toMinutes()),
                draft.callsMeanwhile(),
                draft.tell(),
                Optional.of(draft.steps().stream().map(StepBody::of).toList()));
    }
}
