package org.tieline.knowledge;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tieline.api.center.CenterKind;

/** The starter pack covers every topic, and its lists fit the platform. */
class StarterPackTest {
    private final PackForm form = new PackForm(Path.of("README.md"));

    StarterPackTest() throws IOException {}

    @Test
    void everyTopicHasALesson() throws IOException {
        List<LessonFile> lessons = LessonFilesTest.lessons();
        assertThat(lessons).hasSizeGreaterThanOrEqualTo(40);
        assertThat(
                        lessons.stream()
                                .flatMap(lesson -> lesson.words("topics").stream())
                                .collect(toSet()))
                .isEqualTo(form.words("topics"));
    }

    @Test
    void kindsAreThoseOfTheApi() {
        assertThat(form.words("kinds"))
                .isEqualTo(
                        Arrays.stream(CenterKind.values())
                                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .collect(toSet()));
    }
}
