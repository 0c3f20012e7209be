package org.tieline.change.internal.edit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;

/** What is fixed by an approval: who changes it asks for another. */
final class ApprovedScope {
    private static final Map<String, Function<ChangeDraft, Object>> PARTS = parts();

    private static final Set<String> MOVED = Set.of("window", "implementer");

    private ApprovedScope() {}

    private static Map<String, Function<ChangeDraft, Object>> parts() {
        Map<String, Function<ChangeDraft, Object>> parts = new LinkedHashMap<>();
        parts.put("type", ChangeDraft::type);
        parts.put("model", ChangeDraft::model);
        parts.put("what", ChangeDraft::what);
        parts.put("assets", ChangeDraft::assets);
        parts.put("call paths", ChangeDraft::callPaths);
        parts.put("risk", ChangeDraft::risk);
        parts.put("window", ChangeDraft::window);
        parts.put("implementer", ChangeDraft::implementer);
        parts.put("test plan", ChangeDraft::testPlan);
        parts.put("back-out plan", ChangeDraft::backOutPlan);
        parts.put("back-out decision", ChangeDraft::decideAfter);
        parts.put("call handling", ChangeDraft::callsMeanwhile);
        parts.put("steps", ChangeDraft::steps);
        return parts;
    }

    /**
     * True if a standard change that stands in the schedule is only put to another time, or given
     * to somebody else: its model allows both, as long as it takes no longer.
     */
    static boolean movesWithinModel(Change before, ChangeDraft after) {
        ChangeDraft facts = before.facts();
        return facts.type() == ChangeType.STANDARD
                && before.state() == ChangeState.SCHEDULED
                && facts.window().isPresent()
                && after.implementer().isPresent()
                && after.window()
                        .filter(
                                window ->
                                        window.length().compareTo(facts.window().get().length())
                                                <= 0)
                        .isPresent()
                && PARTS.entrySet().stream()
                        .filter(part -> !MOVED.contains(part.getKey()))
                        .allMatch(
                                part ->
                                        part.getValue()
                                                .apply(facts)
                                                .equals(part.getValue().apply(after)));
    }

    /** Returns, in words, what is different; empty if an approval still holds. */
    static Optional<String> difference(ChangeDraft before, ChangeDraft after) {
        String different =
                PARTS.entrySet().stream()
                        .filter(
                                part ->
                                        !part.getValue()
                                                .apply(before)
                                                .equals(part.getValue().apply(after)))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(", "));
        return Optional.of(different)
                .filter(parts -> !parts.isEmpty())
                .map(parts -> "Changed after it was asked for: " + parts + ".");
    }
}
