package org.tieline.change.internal.sharing;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tieline.api.RecordRef;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.ModelDraft;
import org.tieline.api.change.StepKind;
import org.tieline.api.change.StepPlan;
import org.tieline.api.error.FieldError;
import org.tieline.api.sharing.Shared;
import org.tieline.change.internal.record.ChangeOperations;
import org.tieline.core.record.EnumNames;
import org.tieline.spi.sharing.Shareable;

/**
 * What others see of a change or standard change template: no assets, nobody's name.
 *
 * @param ended how the change ended; empty for a template
 * @param learned what was learned from the change
 */
public record SharedPlan(ModelDraft plan, Optional<ClosureCode> ended, Optional<String> learned) {
    public static final String KIND = "shared-change";
    static final Shareable.Catalog CATALOG =
            new Shareable.Catalog(
                    KIND,
                    ChangeOperations.SHARE_READ,
                    ChangeOperations.SHARE_PUBLISH,
                    ChangeOperations.SHARE_ADOPT);

    private static final int MAX_TEXT = 4_000;
    private static final int MAX_STEP = 500;

    public static RecordRef ref(String id) {
        return new RecordRef(KIND, id);
    }

    public static boolean isModel(Shared shared) {
        return shared.record().kind().equals(ChangeModel.KIND);
    }

    Shareable.Content content(String center, List<FieldError> faults) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, String> facts = new HashMap<>();
        put(texts, "when", plan.when());
        put(texts, "why", plan.why());
        put(texts, "what", plan.what());
        put(texts, "testPlan", plan.testPlan());
        put(texts, "backOutPlan", plan.backOutPlan());
        put(texts, "callsMeanwhile", plan.callsMeanwhile());
        put(texts, "tell", plan.tell());
        put(facts, "lasts", Optional.of(plan.lasts().toMinutes()));
        put(facts, "decideAfter", plan.decideAfter().map(Duration::toMinutes));
        put(facts, "ended", ended.map(EnumNames::of));
        for (int place = 0; place < plan.steps().size(); place++) {
            StepPlan step = plan.steps().get(place);
            put(texts, step(place, "what"), Optional.of(step.what()));
            put(facts, step(place, "kind"), Optional.of(EnumNames.of(step.kind())));
            put(facts, step(place, "startsAfter"), step.startsAfter().map(Duration::toMinutes));
            put(facts, step(place, "lasts"), step.lasts().map(Duration::toMinutes));
        }
        put(texts, "learned", learned);
        return new Shareable.Content(center, plan.name(), texts, facts, faults);
    }

    private static void put(Map<String, String> fields, String field, Optional<?> value) {
        value.ifPresent(any -> fields.put(field, any.toString()));
    }

    private static String step(int place, String field) {
        return "steps[" + place + "]." + field;
    }

    public static SharedPlan of(Shared shared) {
        return of(shared.title(), shared.fields());
    }

    static SharedPlan of(String title, Map<String, String> fields) {
        return new SharedPlan(
                new ModelDraft(
                        title,
                        text(fields, "when", MAX_TEXT),
                        text(fields, "why", MAX_TEXT),
                        text(fields, "what", MAX_TEXT),
                        Set.of(),
                        minutes(fields, "lasts").orElse(Duration.ZERO),
                        text(fields, "testPlan", MAX_TEXT),
                        text(fields, "backOutPlan", MAX_TEXT),
                        minutes(fields, "decideAfter"),
                        text(fields, "callsMeanwhile", MAX_TEXT),
                        text(fields, "tell", MAX_TEXT),
                        IntStream.iterate(
                                        0,
                                        place -> fields.containsKey(step(place, "what")),
                                        place -> place + 1)
                                .mapToObj(place -> step(fields, place))
                                .toList()),
                text(fields, "ended", MAX_TEXT)
                        .map(code -> EnumNames.parse(ClosureCode.class, code)),
                text(fields, "learned", MAX_TEXT));
    }

    private static StepPlan step(Map<String, String> fields, int place) {
        return new StepPlan(
                Optional.empty(),
                EnumNames.parse(StepKind.class, fields.get(step(place, "kind"))),
                text(fields, step(place, "what"), MAX_STEP).orElseThrow(),
                Optional.empty(),
                minutes(fields, step(place, "startsAfter")),
                minutes(fields, step(place, "lasts")));
    }

    private static Optional<String> text(Map<String, String> fields, String field, int most) {
        return Optional.ofNullable(fields.get(field))
                .map(text -> text.substring(0, Math.min(text.length(), most)));
    }

    private static Optional<Duration> minutes(Map<String, String> fields, String field) {
        return Optional.ofNullable(fields.get(field)).map(Long::parseLong).map(Duration::ofMinutes);
    }
}
