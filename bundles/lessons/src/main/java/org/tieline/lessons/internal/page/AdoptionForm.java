package org.tieline.lessons.internal.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.lessons.Adoption;
import org.tieline.api.lessons.AdoptionDraft;
import org.tieline.api.lessons.Effect;
import org.tieline.api.lessons.Uptake;
import org.tieline.core.record.EnumNames;
import org.tieline.lessons.internal.record.LessonRules;
import org.tieline.web.Field;
import org.tieline.web.Form;

/** What a center makes of a lesson, as a form. */
final class AdoptionForm {
    private static final Form EMPTY =
            Form.of(
                    Field.of(Field.Kind.RADIO, "uptake", "What your center decides")
                            .must()
                            .among(LessonForm.choices(Uptake.values())),
                    Field.of(Field.Kind.LINES, "note", "Notes")
                            .atMost(LessonRules.MAX_NOTE)
                            .hinted("Only your center reads this."),
                    Field.select(
                                    "effect",
                                    "Outcome",
                                    LessonForm.open("Not known yet", Effect.values()))
                            .hinted("Come back and choose this once you know."),
                    Field.of(Field.Kind.LINES, "effectNote", "Evidence")
                            .atMost(LessonRules.MAX_NOTE)
                            .hinted(
                                    "Figures before and after, if you have them. Only your center reads this."),
                    Field.of(Field.Kind.TICK, "named", "Let others know that your center uses it")
                            .hinted(
                                    "Others then see your center's name, what it decided and whether things got better."));

    private AdoptionForm() {}

    static Form of(Optional<Adoption> before) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        before.ifPresent(
                adoption -> {
                    AdoptionDraft facts = adoption.facts();
                    values.put("uptake", List.of(EnumNames.of(facts.uptake())));
                    values.put("note", List.of(facts.note()));
                    values.put("effect", facts.effect().map(EnumNames::of).stream().toList());
                    values.put("effectNote", List.of(facts.effectNote()));
                    values.put("named", List.of(Boolean.toString(facts.named())));
                });
        return EMPTY.filled(before.map(Adoption::version).orElse(0L), values);
    }

    static Form empty() {
        return EMPTY;
    }

    /**
     * @throws Invalid if it is not chosen what the center decides
     */
    static AdoptionDraft draft(Form form) {
        return new AdoptionDraft(
                EnumNames.find(Uptake.values(), form.value("uptake"))
                        .orElseThrow(() -> new Invalid(new FieldError("uptake", "must be chosen"))),
                form.value("note"),
                EnumNames.find(Effect.values(), form.value("effect")),
                form.value("effectNote"),
                form.value("named").equals("true"));
    }
}
