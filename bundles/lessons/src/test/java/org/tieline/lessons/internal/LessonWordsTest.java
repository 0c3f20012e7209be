package org.tieline.lessons.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tieline.core.internal.WrittenFields;
import org.tieline.lessons.internal.record.LessonWords;

class LessonWordsTest {
    @Test
    void everyFieldThatTheJournalIsToldHasALabel() {
        LessonWords words = new LessonWords();
        Set<String> labeled = new HashSet<>();
        Stream.of("lesson", "lesson-import", "lesson-feed")
                .forEach(kind -> labeled.addAll(words.fields(kind).keySet()));
        assertThat(WrittenFields.ofThisBundle()).isNotEmpty().isSubsetOf(labeled);
    }

    @Test
    void aLessonHasATitle() {
        assertThat(new LessonWords().fields("lesson")).containsEntry("title", "Title");
        assertThat(new LessonWords().fields("change")).isEmpty();
    }
}
