package org.tieline.api.change;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.asset.CallPath;

/**
 * What people say of a change. Only title and type must be there from the beginning; what else, and
 * when, the lifecycle says. Long texts have at most 4,000 characters.
 *
 * @param title one line of 1 to 200 characters
 * @param type how it is authorized
 * @param model id of the model that it is made from; needed for a standard change
 * @param why the reason for it
 * @param what what will be different
 * @param assets ids of the services and assets that it touches, of its center's map; at most 200
 * @param callPaths the call paths that it touches beside those that its assets carry
 * @param risk the answers to the questionnaire
 * @param window when it is planned to run
 * @param implementer id of the person who does it, with a role in the center
 * @param testPlan how it is shown that it works
 * @param backOutPlan the way back
 * @param decideAfter the latest time to decide on backing out, counted from the start of the
 *     window: whole minutes, within the window
 * @param callsMeanwhile how calls are taken while it runs
 * @param tell whom to tell, and when
 * @param steps what is done, in order; at most 200
 */
public record ChangeDraft(
        String title,
        ChangeType type,
        Optional<String> model,
        Optional<String> why,
        Optional<String> what,
        Set<String> assets,
        Set<CallPath> callPaths,
        Map<RiskQuestion, RiskAnswer> risk,
        Optional<Window> window,
        Optional<String> implementer,
        Optional<String> testPlan,
        Optional<String> backOutPlan,
        Optional<Duration> decideAfter,
        Optional<String> callsMeanwhile,
        Optional<String> tell,
        List<StepPlan> steps) {
    public static final int MAX_TITLE = 200;
    public static final int MAX_TEXT = 4_000;
    public static final int MAX_ASSETS = 200;
    public static final int MAX_STEPS = 200;

    public ChangeDraft {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(what, "what");
        assets = Set.copyOf(assets);
        callPaths = Set.copyOf(callPaths);
        risk = Map.copyOf(risk);
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(implementer, "implementer");
        Objects.requireNonNull(testPlan, "testPlan");
        Objects.requireNonNull(backOutPlan, "backOutPlan");
        Objects.requireNonNull(decideAfter, "decideAfter");
        Objects.requireNonNull(callsMeanwhile, "callsMeanwhile");
        Objects.requireNonNull(tell, "tell");
        steps = List.copyOf(steps);
    }

    /** A draft of which only the title and the type are known. */
    public static ChangeDraft of(String title, ChangeType type) {
        return new ChangeDraft(
                title,
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Set.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** Returns this draft at another time; what is counted from the window's start moves along. */
    public ChangeDraft at(Window other) {
        return new ChangeDraft(
                title,
                type,
                model,
                why,
                what,
                assets,
                callPaths,
                risk,
                Optional.of(other),
                implementer,
                testPlan,
                backOutPlan,
                decideAfter,
                callsMeanwhile,
                tell,
                steps);
    }
}
