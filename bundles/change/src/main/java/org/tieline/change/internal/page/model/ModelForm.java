package org.tieline.change.internal.page.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.change.ModelDraft;
import org.tieline.api.error.FieldError;
import org.tieline.change.internal.page.part.StepRows;
import org.tieline.web.Choice;
import org.tieline.web.Field;
import org.tieline.web.Form;

/** What a form says of a change model. */
final class ModelForm {
    private ModelForm() {}

    /**
     * @param centers where it can be proposed; empty when it is there already
     */
    static Form empty(List<Choice> centers) {
        List<Field> fields = new ArrayList<>();
        if (!centers.isEmpty()) {
            fields.add(Field.select("center", "Center", centers).must());
        }
        fields.add(
                Field.text("name", "Name")
                        .must()
                        .atMost(120)
                        .hinted("What is done, such as: Replace a headset base."));
        fields.add(lines("when", "When to use it", "And when not."));
        fields.add(lines("why", "Why", "The reason that changes made from it give."));
        fields.add(lines("what", "Expected result", ""));
        fields.add(
                Field.of(Field.Kind.LINES, "assets", "Assets that may be touched")
                        .hinted("Names from the service map, one to a line; none for any."));
        fields.add(
                Field.text("lasts", "How long the window is")
                        .must()
                        .atMost(6)
                        .hinted("Minutes, the back-out included."));
        fields.add(lines("testPlan", "Test plan", "How it is shown that it works."));
        fields.add(lines("backOutPlan", "Back-out plan", "How to return to the state before."));
        fields.add(
                Field.text("decideAfter", "Back-out decision by")
                        .atMost(6)
                        .hinted("Minutes after the start of the window."));
        fields.add(lines("callsMeanwhile", "Call handling during the change", ""));
        fields.add(lines("tell", "Notify", "And when."));
        fields.add(Field.of(Field.Kind.LINES, "steps", "Steps"));
        return Form.of(fields.toArray(Field[]::new));
    }

    private static Field lines(String name, String label, String hint) {
        return Field.of(Field.Kind.LINES, name, label).atMost(4_000).hinted(hint);
    }

    static Form filled(
            Form empty, long version, String center, ModelDraft draft, List<String> assets) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("center", List.of(center));
        values.put("name", List.of(draft.name()));
        values.put("when", draft.when().stream().toList());
        values.put("why", draft.why().stream().toList());
        values.put("what", draft.what().stream().toList());
        values.put("assets", assets);
        values.put("lasts", List.of(String.valueOf(draft.lasts().toMinutes())));
        values.put("testPlan", draft.testPlan().stream().toList());
        values.put("backOutPlan", draft.backOutPlan().stream().toList());
        values.put(
                "decideAfter",
                draft.decideAfter().map(Duration::toMinutes).map(String::valueOf).stream()
                        .toList());
        values.put("callsMeanwhile", draft.callsMeanwhile().stream().toList());
        values.put("tell", draft.tell().stream().toList());
        values.putAll(StepRows.filled(draft.steps()));
        return empty.filled(version, values);
    }

    static ModelDraft draft(Form form, Set<String> assets, List<FieldError> faults) {
        Optional<Duration> lasts = StepRows.minutes(form.value("lasts"), "lasts", faults);
        if (form.value("lasts").isEmpty()) {
            faults.add(new FieldError("lasts", "is missing; give minutes, such as 60"));
        }
        return new ModelDraft(
                form.value("name"),
                form.optional("when"),
                form.optional("why"),
                form.optional("what"),
                assets,
                lasts.orElse(Duration.ZERO),
                form.optional("testPlan"),
                form.optional("backOutPlan"),
                StepRows.minutes(form.value("decideAfter"), "decideAfter", faults),
                form.optional("callsMeanwhile"),
                form.optional("tell"),
                StepRows.plans(form, faults));
    }
}
