package org.tieline.lessons.internal.feed;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tieline.api.error.FieldError;
import org.tieline.api.lessons.Lesson;
import org.tieline.core.record.Texts;
import org.tieline.lessons.internal.record.LessonRules;
import org.tieline.lessons.internal.record.LessonWords;

/**
 * Which lessons somebody follows; an empty part does not restrict.
 *
 * @param words all of them must be in the lesson; a beginning of a word counts
 * @param topic as lessons name it, or in words
 */
public record FeedFilter(String words, String topic, String system, String vendor) {
    static final int MAX_WORDS = 200;

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    List<FieldError> check() {
        List<FieldError> errors = new ArrayList<>();
        check("words", words, MAX_WORDS, errors);
        check("topic", topic, LessonRules.MAX_WORD, errors);
        check("system", system, LessonRules.MAX_WORD, errors);
        check("vendor", vendor, LessonRules.MAX_WORD, errors);
        return errors;
    }

    private static void check(String field, String text, int most, List<FieldError> errors) {
        if (!text.isEmpty()) {
            errors.addAll(Texts.check(field, text, most));
        }
    }

    boolean fits(Lesson lesson) {
        var about = lesson.facts().about();
        return one(topic, about.topics())
                && one(system, about.systems())
                && one(vendor, about.vendors())
                && words(lesson);
    }

    private static boolean one(String wanted, List<String> values) {
        return wanted.isEmpty()
                || values.stream()
                        .map(LessonWords::topic)
                        .anyMatch(LessonWords.topic(wanted)::equalsIgnoreCase);
    }

    private boolean words(Lesson lesson) {
        List<String> wanted = split(words);
        if (wanted.isEmpty()) {
            return true;
        }
        var text = lesson.facts().text();
        List<String> held =
                split(
                        String.join(
                                " ",
                                lesson.facts().title(),
                                text.happened(),
                                text.learned(),
                                text.recommended(),
                                text.evidence(),
                                String.join(" ", lesson.facts().about().topics())));
        return wanted.stream()
                .allMatch(word -> held.stream().anyMatch(one -> one.startsWith(word)));
    }

    private static List<String> split(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
        return BETWEEN.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
    }

    /** Returns what it is about, in words for people. */
    public String told() {
        List<String> parts = new ArrayList<>();
        Optional.of(words)
                .filter(any -> !any.isEmpty())
                .ifPresent(any -> parts.add("“" + any + "”"));
        Optional.of(topic)
                .filter(any -> !any.isEmpty())
                .ifPresent(any -> parts.add("topic " + LessonWords.topic(any)));
        Optional.of(system)
                .filter(any -> !any.isEmpty())
                .ifPresent(any -> parts.add("system " + any));
        Optional.of(vendor)
                .filter(any -> !any.isEmpty())
                .ifPresent(any -> parts.add("vendor " + any));
        return parts.isEmpty() ? "every lesson" : String.join(", ", parts);
    }
}
