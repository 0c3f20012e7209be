package org.tieline.lessons.internal.record;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.tieline.api.lessons.AdoptionStage;
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Effect;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonSource;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.lessons.Severity;
import org.tieline.api.lessons.Uptake;
import org.tieline.core.record.EnumNames;
import org.tieline.web.Wording;

/** The plain words of the lessons. */
@Component
public final class LessonWords implements Wording {
    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    Map.entry("happened", "What happened"),
                    Map.entry("learned", "What was learned"),
                    Map.entry("recommended", "What is recommended"),
                    Map.entry("evidence", "Evidence"),
                    Map.entry("topics", "Topics"),
                    Map.entry("factors", "What contributed"),
                    Map.entry("services", "Services touched"),
                    Map.entry("kinds", "Kinds of center"),
                    Map.entry("happenedOn", "When it happened"),
                    Map.entry("reviewOn", "Look at it again on"),
                    Map.entry("audience", "Who sees it"),
                    Map.entry("passage", "Private passage"),
                    Map.entry("uptake", "Decision"),
                    Map.entry("effect", "Outcome"),
                    Map.entry("effectNote", "Evidence"),
                    Map.entry("named", "Others may know"));

    private static final Map<String, Map<String, String>> JOURNAL =
            Map.of(
                    Lesson.KIND,
                    lesson(),
                    "lesson-import",
                    Map.of("files", "Files", "added", "Lessons added"),
                    "lesson-feed",
                    Map.of("name", "Name"));

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z]{2})-(?=[a-z]{2})");

    private static final Map<String, String> OPERATIONS =
            Map.of(
                    "lesson.read", "Read lessons",
                    "lesson.write", "Write lessons and notes on them",
                    "lesson.review", "Publish and retire lessons that others wrote",
                    "lesson.share", "Publish lessons for other centers",
                    "lesson.import", "Take in files of lessons",
                    "lesson.adopt", "Decide on lessons of other centers",
                    "lesson.promote", "Make a lesson a best practice");

    private static Map<String, String> lesson() {
        Map<String, String> words = new TreeMap<>(FIELDS);
        words.putAll(
                Map.of(
                        "title", "Title",
                        "state", "State",
                        "category", "Category",
                        "severity", "Severity",
                        "source", "Source",
                        "systems", "Systems",
                        "vendors", "Vendors",
                        "author", "Author",
                        "links", "Links",
                        "sharedWith", "Shared with"));
        words.putAll(
                Map.of(
                        "reason", "Reason",
                        "note", "Note",
                        "center", "Center",
                        "pack", "Knowledge pack"));
        return words;
    }

    @Override
    public Map<String, String> fields() {
        return FIELDS;
    }

    @Override
    public Map<String, String> fields(String kind) {
        return JOURNAL.getOrDefault(kind, Map.of());
    }

    @Override
    public Map<String, String> operations() {
        return OPERATIONS;
    }

    @Override
    public Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        Stream.of(
                        LessonState.values(),
                        Category.values(),
                        Severity.values(),
                        LessonSource.values(),
                        Audience.values(),
                        Uptake.values(),
                        Effect.values())
                .flatMap(Stream::of)
                .forEach(value -> values.putIfAbsent(EnumNames.of(value), of(value)));
        return values;
    }

    /** Returns a topic for reading: "radio failure" where a pack's files say radio-failure. */
    public static String topic(String topic) {
        return BETWEEN_WORDS.matcher(topic).replaceAll(" ");
    }

    /** Returns the words for a value of one of the lessons' enums. */
    public static String of(Enum<?> value) {
        if (value instanceof Audience audience) {
            return switch (audience) {
                case CENTER -> "Only our center";
                case CHOSEN -> "Our center and chosen ones";
                case EVERYBODY -> "Every center";
            };
        }
        if (value instanceof AdoptionStage stage) {
            return switch (stage) {
                case UNDECIDED -> "Not decided";
                case IN_PROGRESS -> "In progress";
                case DONE -> "Done, with effect";
                case REJECTED -> "Not for us";
            };
        }
        if (value instanceof Uptake uptake) {
            return switch (uptake) {
                case AS_IS -> "Adopted as it is";
                case ADAPTED -> "Adapted";
                case REJECTED -> "Not adopted";
            };
        }
        if (value instanceof Effect effect) {
            return switch (effect) {
                case BETTER -> "Things got better";
                case NO_CHANGE -> "No change";
                case WORSE -> "Things got worse";
            };
        }
        String words = EnumNames.of(value).replace('-', ' ').replace("psap", "PSAP");
        words = words.replace("city 311", "3-1-1 center");
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
