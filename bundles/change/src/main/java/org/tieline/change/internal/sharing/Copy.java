package org.tieline.change.internal.sharing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.ModelDraft;
import org.tieline.api.change.Shared;

/** What a center gets of what another one shared, to make its own of. */
record Copy(Shared shared, Optional<String> name) {
    private static final int MAX_NAME = 120;

    private String called() {
        return name.filter(text -> !text.isBlank()).orElse(shared.plan().name());
    }

    ModelDraft model() {
        ModelDraft plan = shared.plan();
        String called = called();
        return new ModelDraft(
                called.substring(0, Math.min(called.length(), MAX_NAME)).strip(),
                plan.when(),
                plan.why(),
                plan.what(),
                Set.of(),
                plan.lasts(),
                plan.testPlan(),
                plan.backOutPlan(),
                plan.decideAfter(),
                plan.callsMeanwhile(),
                plan.tell(),
                plan.steps());
    }

    ChangeDraft change() {
        ModelDraft plan = shared.plan();
        return new ChangeDraft(
                called(),
                ChangeType.NORMAL,
                Optional.empty(),
                plan.why(),
                plan.what(),
                Set.of(),
                Set.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                plan.testPlan(),
                plan.backOutPlan(),
                plan.decideAfter(),
                plan.callsMeanwhile(),
                plan.tell(),
                plan.steps());
    }
}
