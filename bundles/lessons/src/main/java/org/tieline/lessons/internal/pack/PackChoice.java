package org.tieline.lessons.internal.pack;

import java.util.Optional;
import java.util.Set;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Lesson;
import org.tieline.lessons.internal.record.LessonWords;

/**
 * What goes into a pack. All published lessons if neither lessons nor categories nor a topic are
 * chosen.
 *
 * @param center id of the center that it is made for
 * @param lessons ids of lessons that were chosen one by one
 * @param categories with them, lessons of these categories; of all categories if empty and there is
 *     a topic
 * @param topic of these, only lessons on this topic
 * @param procedures whether the fallback procedures of the center go into it
 */
public record PackChoice(
        String center,
        Set<String> lessons,
        Set<Category> categories,
        Optional<String> topic,
        boolean procedures) {
    /** Tells whether lessons are chosen otherwise than one by one. */
    boolean some() {
        return lessons.isEmpty() || !categories.isEmpty() || topic.isPresent();
    }

    /** Tells whether a lesson is chosen otherwise than by itself. */
    boolean fits(Lesson lesson) {
        return (categories.isEmpty() || categories.contains(lesson.facts().about().category()))
                && topic.map(wanted -> isOn(lesson, wanted)).orElse(true);
    }

    private static boolean isOn(Lesson lesson, String topic) {
        return lesson.facts().about().topics().stream()
                .map(LessonWords::topic)
                .anyMatch(LessonWords.topic(topic)::equalsIgnoreCase);
    }
}
