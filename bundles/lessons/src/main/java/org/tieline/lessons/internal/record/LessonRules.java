package org.tieline.lessons.internal.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.api.error.FieldError;
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.Classification;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonLink;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.lessons.Narrative;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.JournalFields;
import org.tieline.core.record.Texts;

/** What a lesson may look like, and how the journal tells it. */
public final class LessonRules {
    public static final int MAX_TITLE = 300;
    public static final int MAX_TEXT = 40_000;
    public static final int MAX_AUTHOR = 120;
    public static final int MAX_WORD = 80;
    public static final int MAX_WORDS = 30;
    public static final int MAX_REASON = 1_000;
    public static final int MAX_NOTE = 4_000;
    private static final int MAX_LINKS = 20;
    private static final int MAX_LINK_TITLE = 200;
    private static final int MAX_URL = 1_000;
    private static final int MAX_SHARED = 200;

    private LessonRules() {}

    public static List<FieldError> check(String center, LessonDraft draft) {
        List<FieldError> errors = new ArrayList<>(Texts.check("title", draft.title(), MAX_TITLE));
        narrative(draft.text(), errors);
        Classification about = draft.about();
        draft.happened()
                .filter(text -> LessonDates.first(text).isEmpty())
                .ifPresent(
                        text ->
                                errors.add(
                                        new FieldError(
                                                "happenedOn",
                                                "must be a day, a month or a year, such as"
                                                        + " 2026-11-22, 2026-11 or 2026")));
        words("topics", about.topics(), errors);
        words("factors", about.factors(), errors);
        words("services", about.services(), errors);
        words("systems", about.systems(), errors);
        words("vendors", about.vendors(), errors);
        draft.author().ifPresent(name -> errors.addAll(Texts.check("author", name, MAX_AUTHOR)));
        links(draft.links(), errors);
        audience(center, draft, errors);
        return errors;
    }

    private static void narrative(Narrative text, List<FieldError> errors) {
        if (Stream.of(text.happened(), text.learned(), text.recommended())
                .allMatch(String::isBlank)) {
            errors.add(
                    new FieldError(
                            "learned",
                            "must say something, or else what happened or what is recommended"));
        }
        errors.addAll(Texts.lines("happened", text.happened(), MAX_TEXT));
        errors.addAll(Texts.lines("learned", text.learned(), MAX_TEXT));
        errors.addAll(Texts.lines("recommended", text.recommended(), MAX_TEXT));
        errors.addAll(Texts.lines("evidence", text.evidence(), MAX_TEXT));
    }

    public static List<FieldError> required(String field, String text, int most) {
        List<FieldError> errors = new ArrayList<>();
        if (text.isBlank()) {
            errors.add(new FieldError(field, "must not be empty"));
        }
        errors.addAll(Texts.lines(field, text, most));
        return errors;
    }

    private static void words(String field, List<String> words, List<FieldError> errors) {
        if (words.size() > MAX_WORDS) {
            errors.add(new FieldError(field, "must have at most " + MAX_WORDS + " entries"));
            return;
        }
        Set<String> known = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            String at = field + "[" + i + "]";
            errors.addAll(Texts.check(at, words.get(i), MAX_WORD));
            if (!known.add(words.get(i))) {
                errors.add(new FieldError(at, "is there twice"));
            }
        }
    }

    private static void links(List<LessonLink> links, List<FieldError> errors) {
        if (links.size() > MAX_LINKS) {
            errors.add(new FieldError("links", "must have at most " + MAX_LINKS + " entries"));
            return;
        }
        for (int i = 0; i < links.size(); i++) {
            String at = "links[" + i + "]";
            errors.addAll(Texts.check(at + ".title", links.get(i).title(), MAX_LINK_TITLE));
            if (!links.get(i).url().matches("https://[^\\s\\p{Cntrl}<>\"\\\\^`{|}]+")
                    || links.get(i).url().length() > MAX_URL) {
                errors.add(
                        new FieldError(
                                at + ".url",
                                "must be an address beginning with https://, of at most "
                                        + MAX_URL
                                        + " characters"));
            }
        }
    }

    private static void audience(String center, LessonDraft draft, List<FieldError> errors) {
        boolean chosen = draft.audience() == Audience.CHOSEN;
        if (chosen && draft.sharedWith().isEmpty()) {
            errors.add(
                    new FieldError(
                            "sharedWith", "must name the centers, as the audience is chosen ones"));
        }
        if (!chosen && !draft.sharedWith().isEmpty()) {
            errors.add(
                    new FieldError(
                            "sharedWith", "must be empty unless the audience is chosen centers"));
        }
        if (draft.sharedWith().size() > MAX_SHARED) {
            errors.add(
                    new FieldError("sharedWith", "must name at most " + MAX_SHARED + " centers"));
        }
        if (draft.sharedWith().contains(center)) {
            errors.add(
                    new FieldError(
                            "sharedWith", "must name other centers; its own sees it anyhow"));
        }
    }

    /** Returns a lesson as the journal tells it. */
    public static JournalFields facts(LessonDraft draft, LessonState state) {
        Classification about = draft.about();
        return JournalFields.NONE
                .with("title", draft.title())
                .with("state", EnumNames.of(state))
                .with("category", EnumNames.of(about.category()))
                .with("severity", EnumNames.of(about.severity()))
                .with("source", EnumNames.of(about.source()))
                .with("happened", draft.text().happened())
                .with("learned", draft.text().learned())
                .with("recommended", draft.text().recommended())
                .with("evidence", draft.text().evidence())
                .with("topics", String.join("\n", about.topics()))
                .with("factors", String.join("\n", about.factors()))
                .with("services", String.join("\n", about.services()))
                .with(
                        "kinds",
                        about.kinds().stream()
                                .sorted()
                                .map(EnumNames::of)
                                .collect(Collectors.joining("\n")))
                .with("systems", String.join("\n", about.systems()))
                .with("vendors", String.join("\n", about.vendors()))
                .with("happenedOn", draft.happened())
                .with("reviewOn", draft.review())
                .with("author", draft.author())
                .with(
                        "links",
                        draft.links().stream()
                                .map(LessonRules::line)
                                .collect(Collectors.joining("\n")))
                .with("audience", EnumNames.of(draft.audience()))
                .with(
                        "sharedWith",
                        draft.sharedWith().stream().sorted().collect(Collectors.joining("\n")));
    }

    /** Returns a link as people write it. */
    public static String line(LessonLink link) {
        return link.title() + " | " + link.url();
    }
}
