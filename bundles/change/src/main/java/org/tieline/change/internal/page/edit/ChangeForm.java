package org.tieline.change.internal.page.edit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.api.asset.CallPath;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.RiskAnswer;
import org.tieline.api.change.RiskQuestion;
import org.tieline.api.change.Window;
import org.tieline.api.error.FieldError;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.change.internal.page.part.StepRows;
import org.tieline.change.internal.record.ChangeWords;
import org.tieline.core.record.EnumNames;
import org.tieline.web.Choice;
import org.tieline.web.Field;
import org.tieline.web.Form;

/** What a form says of a change. */
public final class ChangeForm {
    public static final String START = "window.start";
    public static final String END = "window.end";
    public static final String CONFLICT_REASON = "conflictReason";
    private static final String MODEL = "model";

    private ChangeForm() {}

    /**
     * @param centers where it can be logged; empty when it is there already
     * @param standard true if it is made from a model
     */
    static Form empty(List<Choice> centers, boolean standard) {
        List<Field> fields = new ArrayList<>();
        if (!centers.isEmpty()) {
            fields.add(Field.select("center", "Center", centers).must());
        }
        fields.add(
                Field.text("title", "Title")
                        .must()
                        .atMost(ChangeDraft.MAX_TITLE)
                        .hinted("One line, as you would say it on the radio."));
        if (!standard) {
            fields.add(
                    Field.of(Field.Kind.RADIO, "type", "Type")
                            .must()
                            .among(
                                    List.of(
                                            new Choice("normal", "Normal: approved first"),
                                            new Choice(
                                                    "emergency",
                                                    "Emergency: cannot wait, documents"
                                                            + " follow"))));
        }
        fields.add(
                Field.of(Field.Kind.LINES, "assets", "Services and assets it touches")
                        .hinted("Names from the service map, one to a line."));
        fields.add(
                Field.of(Field.Kind.DATETIME_LOCAL, START, "Starts")
                        .hinted("On the center's clock."));
        fields.add(
                Field.of(Field.Kind.DATETIME_LOCAL, END, "Ends").hinted("The back-out included."));
        fields.add(
                Field.text("implementer", "Implementer")
                        .atMost(120)
                        .lookedUpAt("/api/v1/people")
                        .among(List.of(new Choice("", "")))
                        .hinted("A name or sign-in name of somebody in the center."));
        fields.add(lines("why", "Why", "What is wrong now, or what it is for."));
        fields.add(lines("what", "Expected result", ""));
        fields.add(
                lines(
                        "callsMeanwhile",
                        "Call handling during the change",
                        "The floor reads this while the work goes on."));
        fields.add(lines("testPlan", "Test plan", "How it is shown that it works."));
        fields.add(
                lines(
                        "backOutPlan",
                        "Back-out plan",
                        "How to return to the state before, and how long it takes."));
        fields.add(
                Field.text("decideAfter", "Back-out decision by")
                        .atMost(6)
                        .hinted("Minutes after the start of the window, such as 60."));
        fields.add(lines("tell", "Notify", "And when."));
        fields.add(
                Field.of(Field.Kind.CHECKS, "callPaths", "Other call paths affected")
                        .hinted("Those that its assets carry count by themselves.")
                        .among(choices(CallPath.values())));
        for (RiskQuestion question : RiskQuestion.values()) {
            fields.add(
                    Field.of(Field.Kind.RADIO, ChangeWords.risk(question), question.question())
                            .among(
                                    Stream.of(RiskAnswer.values())
                                            .map(
                                                    answer ->
                                                            new Choice(
                                                                    EnumNames.of(answer),
                                                                    question.meaning(answer)))
                                            .toList()));
        }
        fields.add(Field.of(Field.Kind.LINES, "steps", "Steps"));
        return Form.of(fields.toArray(Field[]::new));
    }

    /** The fields of the form for a change that is there. */
    static Form empty(Change change) {
        Form form = empty(List.of(), change.facts().type() == ChangeType.STANDARD);
        if (!ChangeViews.staysInSchedule(change)) {
            return form;
        }
        List<Field> fields = new ArrayList<>(form.fields());
        fields.add(
                Field.of(
                                Field.Kind.LINES,
                                CONFLICT_REASON,
                                "Why it goes on in spite of the conflicts")
                        .atMost(1_000)
                        .hinted(
                                "Needed if it is put where something asks for a reason. It stays on"
                                        + " the record."));
        return Form.of(fields.toArray(Field[]::new));
    }

    private static Field lines(String name, String label, String hint) {
        return Field.of(Field.Kind.LINES, name, label).atMost(ChangeDraft.MAX_TEXT).hinted(hint);
    }

    static List<Choice> choices(Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> new Choice(EnumNames.of(value), ChangeWords.of(value)))
                .toList();
    }

    /** True if one of these fields is filled in or faulty, so that its group is shown open. */
    public static boolean inUse(Form form, List<String> names) {
        return names.stream()
                .anyMatch(
                        name ->
                                !form.value(name).isEmpty()
                                        || form.error(name).isPresent()
                                        || form.meanwhile().containsKey(name));
    }

    static Form filled(Form empty, long version, ChangeDraft draft, ZoneId zone, Written written) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("title", List.of(draft.title()));
        values.put("type", List.of(EnumNames.of(draft.type())));
        values.put(MODEL, draft.model().stream().toList());
        values.put("assets", written.assets());
        values.put(START, draft.window().map(w -> local(w.start(), zone)).stream().toList());
        values.put(END, draft.window().map(w -> local(w.end(), zone)).stream().toList());
        values.put("implementer", written.implementer().stream().toList());
        values.put("why", draft.why().stream().toList());
        values.put("what", draft.what().stream().toList());
        values.put("callsMeanwhile", draft.callsMeanwhile().stream().toList());
        values.put("testPlan", draft.testPlan().stream().toList());
        values.put("backOutPlan", draft.backOutPlan().stream().toList());
        values.put(
                "decideAfter",
                draft.decideAfter().map(Duration::toMinutes).map(String::valueOf).stream()
                        .toList());
        values.put("tell", draft.tell().stream().toList());
        values.put("callPaths", draft.callPaths().stream().map(EnumNames::of).toList());
        draft.risk()
                .forEach(
                        (question, answer) ->
                                values.put(
                                        ChangeWords.risk(question), List.of(EnumNames.of(answer))));
        values.putAll(StepRows.filled(draft.steps()));
        return empty.filled(version, values);
    }

    /**
     * What of a draft is written otherwise than it is kept.
     *
     * @param assets their names
     * @param implementer their name
     */
    record Written(List<String> assets, Optional<String> implementer) {}

    public static String local(Instant at, ZoneId zone) {
        return LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /**
     * Reads a draft.
     *
     * @param before what it was, where the form does not ask
     * @param faults what cannot be read is added to them
     */
    static ChangeDraft draft(
            Form form,
            Optional<Change> before,
            ZoneId zone,
            Set<String> assets,
            Optional<String> implementer,
            List<FieldError> faults) {
        Optional<String> model =
                before.map(change -> change.facts().model()).orElse(form.optional(MODEL));
        return new ChangeDraft(
                form.value("title"),
                type(form, model, before),
                model,
                form.optional("why"),
                form.optional("what"),
                assets,
                form.values("callPaths").stream()
                        .flatMap(typed -> EnumNames.find(CallPath.values(), typed).stream())
                        .collect(Collectors.toSet()),
                answers(form),
                window(form, zone, faults),
                implementer,
                form.optional("testPlan"),
                form.optional("backOutPlan"),
                StepRows.minutes(form.value("decideAfter"), "decideAfter", faults),
                form.optional("callsMeanwhile"),
                form.optional("tell"),
                StepRows.plans(form, faults));
    }

    private static ChangeType type(Form form, Optional<String> model, Optional<Change> before) {
        if (model.isPresent()) {
            return ChangeType.STANDARD;
        }
        return EnumNames.find(ChangeType.values(), form.value("type"))
                .or(() -> before.map(change -> change.facts().type()))
                .orElse(ChangeType.NORMAL);
    }

    private static Map<RiskQuestion, RiskAnswer> answers(Form form) {
        Map<RiskQuestion, RiskAnswer> answers = new EnumMap<>(RiskQuestion.class);
        for (RiskQuestion question : RiskQuestion.values()) {
            EnumNames.find(RiskAnswer.values(), form.value(ChangeWords.risk(question)))
                    .ifPresent(answer -> answers.put(question, answer));
        }
        return answers;
    }

    private static Optional<Window> window(Form form, ZoneId zone, List<FieldError> faults) {
        Optional<Instant> start = instant(form, START, zone, faults);
        Optional<Instant> end = instant(form, END, zone, faults);
        if (form.value(START).isEmpty() != form.value(END).isEmpty()) {
            faults.add(
                    form.value(START).isEmpty()
                            ? new FieldError(START, "is missing; say when it starts")
                            : new FieldError(END, "is missing; say when it ends"));
        }
        return start.flatMap(from -> end.map(to -> new Window(from, to)));
    }

    /**
     * A moment that the clocks skip in spring is a fault; of one they pass twice it is the first.
     */
    static Optional<Instant> instant(Form form, String name, ZoneId zone, List<FieldError> faults) {
        if (form.value(name).isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.parse(form.value(name));
            List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
            if (offsets.isEmpty()) {
                faults.add(
                        new FieldError(name, "does not exist: the clocks are put forward over it"));
                return Optional.empty();
            }
            return Optional.of(local.toInstant(offsets.get(0)));
        } catch (DateTimeParseException e) {
            faults.add(new FieldError(name, "must be a day and a time, such as 2026-12-01T02:00"));
            return Optional.empty();
        }
    }
}
