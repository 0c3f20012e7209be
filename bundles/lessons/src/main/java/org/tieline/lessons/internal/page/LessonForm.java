package org.tieline.lessons.internal.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tieline.api.center.CenterKind;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Classification;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonLink;
import org.tieline.api.lessons.LessonSource;
import org.tieline.api.lessons.Narrative;
import org.tieline.api.lessons.Severity;
import org.tieline.core.record.EnumNames;
import org.tieline.lessons.internal.record.LessonFacts;
import org.tieline.lessons.internal.record.LessonRules;
import org.tieline.lessons.internal.record.LessonWords;
import org.tieline.web.Choice;
import org.tieline.web.Field;
import org.tieline.web.Form;

/** What a form says of a lesson. */
final class LessonForm {
    private LessonForm() {}

    /**
     * @param centers where it can be written; empty when it is there already
     */
    static Form empty(List<Choice> centers) {
        List<Field> fields = new ArrayList<>();
        if (!centers.isEmpty()) {
            fields.add(Field.select("center", "Center", centers).must());
        }
        fields.add(
                Field.text("title", "Title")
                        .must()
                        .atMost(LessonRules.MAX_TITLE)
                        .hinted("The lesson in one sentence, as you would tell a colleague."));
        fields.add(text("happened", "What happened", "When, where, what the floor saw."));
        fields.add(text("learned", "What was learned", "What you know now and did not before."));
        fields.add(
                text(
                        "recommended",
                        "What is recommended",
                        "What to do, one step to a line, with - before each."));
        fields.add(
                text("evidence", "Evidence", "What it depends on: reports, records, test calls."));
        fields.add(Field.select("category", "Category", choices(Category.values())).must());
        fields.add(Field.select("severity", "Severity", choices(Severity.values())).must());
        fields.add(
                Field.select("source", "Where it comes from", open("Choose", LessonSource.values()))
                        .must());
        fields.add(
                lines("topics", "Topics")
                        .hinted("Words under which others would look, one to a line."));
        fields.add(lines("factors", "What contributed").hinted("One to a line."));
        fields.add(
                lines("services", "Services touched")
                        .hinted("Such as call-answering or dispatch, one to a line."));
        fields.add(lines("systems", "Systems").hinted("Such as CAD or radio, one to a line."));
        fields.add(lines("vendors", "Vendors").hinted("One to a line."));
        fields.add(
                Field.of(Field.Kind.CHECKS, "kinds", "Kinds of center")
                        .among(choices(CenterKind.values()))
                        .hinted("None ticked means all."));
        fields.add(
                Field.text("happenedOn", "When it happened")
                        .atMost(10)
                        .hinted("Such as 2026-11-22, 2026-11 or 2026."));
        fields.add(
                Field.of(Field.Kind.DATE, "reviewOn", "Look at it again on")
                        .hinted("The day on which somebody shall see whether it is still valid."));
        fields.add(
                Field.text("author", "Author")
                        .atMost(LessonRules.MAX_AUTHOR)
                        .hinted("Other centers do not see the name."));
        fields.add(lines("links", "Links").hinted("One to a line: title | https://address"));
        fields.add(
                Field.of(Field.Kind.RADIO, "audience", "Who sees it once it is published")
                        .must()
                        .among(choices(Audience.values())));
        fields.add(
                lines("sharedWith", "Chosen centers")
                        .hinted("Short names of other centers, one to a line."));
        return Form.of(fields.toArray(Field[]::new));
    }

    private static Field text(String name, String label, String hint) {
        return lines(name, label).atMost(LessonRules.MAX_TEXT).hinted(hint);
    }

    private static Field lines(String name, String label) {
        return Field.of(Field.Kind.LINES, name, label);
    }

    static List<Choice> choices(Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> new Choice(EnumNames.of(value), LessonWords.of(value)))
                .toList();
    }

    /** Choices of which none is taken yet. */
    static List<Choice> open(String none, Enum<?>[] values) {
        return Stream.concat(Stream.of(new Choice("", none)), choices(values).stream()).toList();
    }

    static Form fresh(Form empty, Optional<String> center) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        center.ifPresent(id -> values.put("center", List.of(id)));
        values.put("category", List.of(EnumNames.of(Category.TECHNOLOGY)));
        values.put("severity", List.of(EnumNames.of(Severity.MODERATE)));
        values.put("audience", List.of(EnumNames.of(Audience.CENTER)));
        return empty.filled(0, values);
    }

    static Form filled(Form empty, long version, LessonDraft draft) {
        Classification about = draft.about();
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("title", List.of(draft.title()));
        values.put("happened", List.of(draft.text().happened()));
        values.put("learned", List.of(draft.text().learned()));
        values.put("recommended", List.of(draft.text().recommended()));
        values.put("evidence", List.of(draft.text().evidence()));
        values.put("category", List.of(EnumNames.of(about.category())));
        values.put("severity", List.of(EnumNames.of(about.severity())));
        values.put("source", List.of(EnumNames.of(about.source())));
        values.put("topics", about.topics());
        values.put("factors", about.factors());
        values.put("services", about.services());
        values.put("systems", about.systems());
        values.put("vendors", about.vendors());
        values.put("kinds", about.kinds().stream().sorted().map(EnumNames::of).toList());
        values.put("happenedOn", draft.happened().stream().toList());
        values.put("reviewOn", draft.review().map(LocalDate::toString).stream().toList());
        values.put("author", draft.author().stream().toList());
        values.put("links", draft.links().stream().map(LessonRules::line).toList());
        values.put("audience", List.of(EnumNames.of(draft.audience())));
        values.put("sharedWith", draft.sharedWith().stream().sorted().toList());
        return empty.filled(version, values);
    }

    /**
     * @throws Invalid if something is not what the form offers
     */
    static LessonDraft draft(Form form) {
        return new LessonDraft(
                form.value("title"),
                new Narrative(
                        form.value("happened"),
                        form.value("learned"),
                        form.value("recommended"),
                        form.value("evidence")),
                new Classification(
                        one(form, "category", Category.class),
                        one(form, "severity", Severity.class),
                        one(form, "source", LessonSource.class),
                        words(form, "topics"),
                        words(form, "factors"),
                        words(form, "services"),
                        new HashSet<>(
                                form.values("kinds").stream()
                                        .map(word -> parsed("kinds", CenterKind.class, word))
                                        .toList()),
                        words(form, "systems"),
                        words(form, "vendors")),
                form.optional("happenedOn"),
                LessonFacts.date("reviewOn", form.optional("reviewOn")),
                form.optional("author"),
                words(form, "links").stream().map(LessonForm::link).toList(),
                one(form, "audience", Audience.class),
                new HashSet<>(form.lines("sharedWith")));
    }

    private static List<String> words(Form form, String name) {
        return form.value(name).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static LessonLink link(String line) {
        int at = line.lastIndexOf('|');
        return at < 0
                ? new LessonLink(line, line)
                : new LessonLink(line.substring(0, at).strip(), line.substring(at + 1).strip());
    }

    private static <E extends Enum<E>> E one(Form form, String name, Class<E> type) {
        return parsed(name, type, form.value(name));
    }

    private static <E extends Enum<E>> E parsed(String name, Class<E> type, String word) {
        try {
            return EnumNames.parse(type, word);
        } catch (IllegalArgumentException e) {
            throw new Invalid(
                    new FieldError(
                            name,
                            word.isEmpty() ? "must be chosen" : "must be one of those offered"));
        }
    }
}
