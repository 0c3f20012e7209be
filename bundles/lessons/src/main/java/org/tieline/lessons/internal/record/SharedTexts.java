package org.tieline.lessons.internal.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.tieline.api.lessons.Classification;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonLink;
import org.tieline.api.lessons.Narrative;

/** All free text of a lesson that others than its center see, by field. */
public final class SharedTexts {
    private SharedTexts() {}

    public static Map<String, String> of(LessonDraft draft) {
        Map<String, String> texts = new LinkedHashMap<>();
        map(
                draft,
                (field, text) -> {
                    if (!text.isEmpty()) {
                        texts.put(field, text);
                    }
                    return text;
                });
        return texts;
    }

    /**
     * Returns the lesson with other texts.
     *
     * @param change gets field and text
     */
    public static LessonDraft map(LessonDraft draft, BinaryOperator<String> change) {
        Narrative text = draft.text();
        Classification about = draft.about();
        return new LessonDraft(
                change.apply("title", draft.title()),
                new Narrative(
                        change.apply("happened", text.happened()),
                        change.apply("learned", text.learned()),
                        change.apply("recommended", text.recommended()),
                        change.apply("evidence", text.evidence())),
                new Classification(
                        about.category(),
                        about.severity(),
                        about.source(),
                        all("topics", about.topics(), change),
                        all("factors", about.factors(), change),
                        all("services", about.services(), change),
                        about.kinds(),
                        all("systems", about.systems(), change),
                        all("vendors", about.vendors(), change)),
                draft.happened(),
                draft.review(),
                draft.author(),
                IntStream.range(0, draft.links().size())
                        .mapToObj(place -> link(place, draft.links().get(place), change))
                        .flatMap(Optional::stream)
                        .toList(),
                draft.audience(),
                draft.sharedWith());
    }

    private static List<String> all(
            String field, List<String> words, BinaryOperator<String> change) {
        return IntStream.range(0, words.size())
                .mapToObj(place -> change.apply(field + "[" + place + "]", words.get(place)))
                .toList();
    }

    /** An address of which a part is missing leads nowhere. */
    private static Optional<LessonLink> link(
            int place, LessonLink link, BinaryOperator<String> change) {
        String url = change.apply("links[" + place + "].url", link.url());
        String title = change.apply("links[" + place + "].title", link.title());
        return Optional.of(new LessonLink(title, url)).filter(same -> url.equals(link.url()));
    }
}
