package org.tieline.change.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.ModelDraft;
import org.tieline.api.change.ModelState;

/** A change model as the API shows it. */
@Schema(name = "ChangeModel")
public record ModelView(
        String id,
        String center,
        String name,
        ModelState state,
        int edition,
        Optional<String> from,
        Optional<String> when,
        Optional<String> why,
        Optional<String> what,
        List<String> assets,
        long lasts,
        Optional<String> testPlan,
        Optional<String> backOutPlan,
        Optional<Long> decideAfter,
        Optional<String> callsMeanwhile,
        Optional<String> tell,
        List<StepBody> steps,
        WhoView author,
        Optional<WhoView> approver,
        long version,
        Instant created,
        Instant updated) {

    static ModelView of(ChangeModel model) {
        ModelDraft facts = model.facts();
        return new ModelView(
                model.id(),
                model.center(),
                facts.name(),
                model.state(),
                model.edition(),
                model.from(),
                facts.when(),
                facts.why(),
                facts.what(),
                facts.assets().stream().sorted().toList(),
                facts.lasts().toMinutes(),
                facts.testPlan(),
                facts.backOutPlan(),
                facts.decideAfter().map(Duration::toMinutes),
                facts.callsMeanwhile(),
                facts.tell(),
                facts.steps().stream().map(StepBody::of).toList(),
                WhoView.of(model.author()),
                model.approver().map(WhoView::of),
                model.version(),
                model.created(),
                model.updated());
    }
}
