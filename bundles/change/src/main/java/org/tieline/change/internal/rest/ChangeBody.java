package org.tieline.change.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tieline.api.asset.CallPath;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.RiskAnswer;
import org.tieline.api.change.RiskQuestion;

/** What a change says from now on; what is left away is empty from now on. */
public record ChangeBody(
        @Schema(description = "Id of the center; for a new change, which keeps it for ever")
                Optional<String> center,
        @Schema(description = "One line of 1 to 200 characters") String title,
        ChangeType type,
        @Schema(description = "Id of the model; for a standard change") Optional<String> model,
        @Schema(description = "At most 4,000 characters, like all long texts") Optional<String> why,
        Optional<String> what,
        @Schema(description = "Ids of what it touches, at most 200") Optional<List<String>> assets,
        @Schema(description = "Beside those that its assets carry")
                Optional<List<CallPath>> callPaths,
        @Schema(description = "low, medium or high for each question")
                Optional<Map<RiskQuestion, RiskAnswer>> risk,
        Optional<WindowView> window,
        @Schema(description = "Id of a person with a role in the center")
                Optional<String> implementer,
        Optional<String> testPlan,
        Optional<String> backOutPlan,
        @Schema(
                        description =
                                "The latest time of the back-out decision, in minutes after the"
                                        + " start of the window")
                Optional<Long> decideAfter,
        @Schema(description = "How calls are taken while it runs") Optional<String> callsMeanwhile,
        @Schema(description = "Who is notified, and when") Optional<String> tell,
        @Schema(description = "At most 200") Optional<List<StepBody>> steps,
        @Schema(
                        description =
                                "Why a change in the schedule is put where conflicts ask for a"
                                        + " reason; for an edit")
                Optional<String> conflictReason) {

    String home() {
        return ChangeQuery.required(center.orElse(null));
    }

    ChangeDraft draft() {
        return new ChangeDraft(
                title,
                type,
                model,
                why,
                what,
                new HashSet<>(assets.orElse(List.of())),
                new HashSet<>(callPaths.orElse(List.of())),
                risk.orElse(Map.of()),
                window.map(WindowView::window),
                implementer,
                testPlan,
                backOutPlan,
                decideAfter.map(Minutes::of),
                callsMeanwhile,
                tell,
                steps.orElse(List.of()).stream().map(StepBody::plan).toList());
    }
}
