package org.tieline.lessons.internal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.lessons.internal.LessonTest;

class SharedTextsTest {
    @Test
    void everyTextIsThereUnderTheNameOfItsField() {
        LessonDraft draft =
                SharedTexts.map(
                        LessonTest.draft("x", "y"),
                        (field, text) -> text.isEmpty() ? "" : "in " + field);
        assertThat(SharedTexts.of(draft))
                .containsExactly(entry("title", "in title"), entry("happened", "in happened"));
    }
}
