package org.tieline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lesson of the pack has the form that README.md describes. */
class LessonFilesTest {
    private static final Path LESSONS = Path.of("src/main/resources/lessons");
    private static final Set<String> KEYS =
            Set.of(
                    "key",
                    "title",
                    "category",
                    "topics",
                    "factors",
                    "services",
                    "kinds",
                    "systems",
                    "vendors",
                    "severity",
                    "source",
                    "happened",
                    "reviewed",
                    "author",
                    "links");

    private final PackForm form = new PackForm(Path.of("README.md"));

    LessonFilesTest() throws IOException {}

    static List<LessonFile> lessons() throws IOException {
        List<LessonFile> lessons = new ArrayList<>();
        try (Stream<Path> files = Files.list(LESSONS)) {
            for (Path file : files.sorted().toList()) {
                assertThat(file.toString()).endsWith(".md");
                lessons.add(LessonFile.read(file));
            }
        }
        return lessons;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lessons")
    void frontMatterIsComplete(LessonFile lesson) {
        assertThat(lesson.head()).containsOnlyKeys(KEYS);
        assertThat(lesson.text("key")).isEqualTo(lesson.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(lesson.text("title")).isNotBlank().hasSizeLessThanOrEqualTo(120);
        assertThat(lesson.text("author")).isNotBlank();
        assertThat(lesson.words("topics")).hasSizeBetween(1, 3);
        assertThat(lesson.words("kinds")).isNotEmpty();
        assertThat(lesson.words("vendors")).doesNotContainNull();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lessons")
    void wordsComeFromTheLists(LessonFile lesson) {
        for (String one : List.of("category", "severity", "source")) {
            assertThat(form.words(one)).contains(lesson.text(one));
        }
        for (String many : List.of("topics", "factors", "services", "kinds", "systems")) {
            assertThat(lesson.words(many)).as(many).doesNotHaveDuplicates();
            assertThat(form.words(many)).containsAll(lesson.words(many));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lessons")
    void datesAreIso(LessonFile lesson) {
        LocalDate reviewed = LocalDate.parse(lesson.text("reviewed"));
        assertThat(firstDay(lesson.text("happened"))).isBeforeOrEqualTo(reviewed);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lessons")
    void linksNameTheirDocument(LessonFile lesson) {
        assertThat(lesson.links()).isNotEmpty();
        for (Map<String, String> link : lesson.links()) {
            assertThat(link).containsOnlyKeys("title", "url");
            assertThat(link.get("title")).isNotBlank();
            URI url = URI.create(link.get("url"));
            assertThat(url.getScheme()).isEqualTo("https");
            assertThat(url.getHost()).contains(".");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lessons")
    void fourSectionsSaySomething(LessonFile lesson) {
        assertThat(lesson.sections().keySet())
                .containsExactly(
                        "## What happened",
                        "## What was learned",
                        "## What is recommended",
                        "## Evidence");
        assertThat(lesson.sections().values()).noneMatch(String::isBlank);
        assertThat(lesson.length()).isBetween(150, 350);
        assertThat(lesson.sections().get("## What is recommended").lines())
                .allMatch(line -> line.startsWith("- ") || line.startsWith("  "))
                .filteredOn(line -> line.startsWith("- "))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void noTwoLessonsSayTheSame() throws IOException {
        List<LessonFile> lessons = lessons();
        assertThat(lessons).extracting(lesson -> lesson.text("title")).doesNotHaveDuplicates();
        assertThat(lessons)
                .flatExtracting(
                        lesson -> lesson.sections().get("## What is recommended").lines().toList())
                .doesNotHaveDuplicates();
    }

    private static LocalDate firstDay(String date) {
        return switch (date.length()) {
            case 4 -> Year.parse(date).atDay(1);
            case 7 -> YearMonth.parse(date).atDay(1);
            default -> LocalDate.parse(date);
        };
    }
}
