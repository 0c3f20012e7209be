package org.tieline.api.change;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What people say of a change model. Long texts have at most 4,000 characters.
 *
 * @param name one line of 1 to 120 characters, unique among its center's models whatever the case
 * @param when when to use it
 * @param why the reason that changes made from it give
 * @param what as in {@link ChangeDraft}, like what follows
 * @param assets the assets that changes made from it may touch; none for any
 * @param lasts how long its window is: whole minutes, more than 0
 * @param testPlan how it is shown that it works
 * @param backOutPlan the way back
 * @param decideAfter the latest time to decide on backing out, counted from the window's start
 * @param callsMeanwhile how calls are taken while it runs
 * @param tell whom to tell, and when
 * @param steps what is done, in order; without ids
 */
public record ModelDraft(
        String name,
        Optional<String> when,
        Optional<String> why,
        Optional<String> what,
        Set<String> assets,
        Duration lasts,
        Optional<String> testPlan,
        Optional<String> backOutPlan,
        Optional<Duration> decideAfter,
        Optional<String> callsMeanwhile,
        Optional<String> tell,
        List<StepPlan> steps) {
    public ModelDraft {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(what, "what");
        assets = Set.copyOf(assets);
        Objects.requireNonNull(lasts, "lasts");
        Objects.requireNonNull(testPlan, "testPlan");
        Objects.requireNonNull(backOutPlan, "backOutPlan");
        Objects.requireNonNull(decideAfter, "decideAfter");
        Objects.requireNonNull(callsMeanwhile, "callsMeanwhile");
        Objects.requireNonNull(tell, "tell");
        steps = List.copyOf(steps);
    }

    /** Returns a change with these plans, without answers on its risk. */
    public ChangeDraft change(
            String title, ChangeType type, Optional<String> model, Optional<Window> window) {
        return new ChangeDraft(
                title,
                type,
                model,
                why,
                what,
                assets,
                Set.of(),
                Map.of(),
                window,
                Optional.empty(),
                testPlan,
                backOutPlan,
                decideAfter,
                callsMeanwhile,
                tell,
                steps);
    }
}
