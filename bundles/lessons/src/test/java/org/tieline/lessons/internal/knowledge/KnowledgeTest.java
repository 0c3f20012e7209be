package org.tieline.lessons.internal.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.NotFound;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonEntry;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.api.lessons.LessonNote;
import org.tieline.api.sharing.Finding.Decision;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.lessons.internal.LessonTest;
import org.tieline.lessons.internal.record.LessonDocuments;

/** What a knowledge pack brings, changes and takes along. */
class KnowledgeTest extends LessonTest {
    private final Knowledge knowledge = new Knowledge(store);
    private final String pack = Platform.unique("org.example.pack");

    KnowledgeTest(Engine engine) {
        super(engine);
    }

    private static String file(String key, String title) {
        return """
                ---
                key: %s
                title: "%s"
                category: supplier
                topics: [radio]
                severity: critical
                source: research
                happened: 2014-04
                reviewed: 2020-01-02
                author: Example
                links:
                  - {title: Report, url: "https://example.org/r"}
                ---
                ## What happened
                The tower fell.
                ## What is recommended
                - Test it.
                """
                .formatted(key, title);
    }

    private KnowledgePack install(String... files) {
        return knowledge.install(
                pack,
                "1.0.0",
                List.of(files).stream()
                        .collect(
                                Collectors.toMap(
                                        text ->
                                                text.lines().skip(1).findFirst().orElse("x")
                                                        + ".md",
                                        Function.identity())));
    }

    private List<LessonEntry> brought() {
        return lessons
                .list(stranger, LessonFilter.ALL, new PageRequest(200, Optional.empty()))
                .items()
                .stream()
                .filter(lesson -> lesson.pack().filter(pack::equals).isPresent())
                .toList();
    }

    @Test
    void itsLessonsAreThereForEverybodyAndMarked() {
        assertThat(install(file("one", "One"), file("two", "Two")).lessons()).isEqualTo(2);
        assertThat(brought())
                .extracting(LessonEntry::title)
                .containsExactlyInAnyOrder("One", "Two");
        Lesson one = lessons.get(stranger, brought().get(0).id());
        assertThat(one.pack()).contains(pack);
        assertThat(one.facts().author()).contains("Example");
        assertThat(one.facts().happened()).contains("2014-04");
        assertThat(LessonDocuments.in(store).document(one.id()).orElseThrow().visibility())
                .anyMatch(who -> who.anywhere());
    }

    @Test
    void anUpdateChangesAddsAndRetiresAndKeepsNotes() {
        install(file("one", "One"), file("two", "Two"));
        String id =
                brought().stream()
                        .filter(lesson -> lesson.title().equals("One"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        LessonNote note = lessons.note(stranger, id, other, "Ours is like that.");
        long before = lessons.get(stranger, id).version();
        install(file("one", "One"), file("two", "Two"));
        assertThat(lessons.get(stranger, id).version()).isEqualTo(before);
        install(file("one", "One, better"), file("three", "Three"));
        assertThat(brought())
                .extracting(LessonEntry::title)
                .containsExactlyInAnyOrder("One, better", "Three");
        assertThat(lessons.get(stranger, id).facts().title()).isEqualTo("One, better");
        assertThat(lessons.notes(stranger, id, PageRequest.FIRST).items()).containsExactly(note);
    }

    @Test
    void removingItRetiresItsLessonsAndInstallingItAgainBringsThemBack() {
        install(file("one", "One"));
        String id = brought().get(0).id();
        knowledge.remove(pack);
        assertThat(brought()).isEmpty();
        assertThatThrownBy(() -> lessons.get(stranger, id)).isInstanceOf(NotFound.class);
        assertThat(LessonDocuments.in(store).document(id)).isEmpty();
        assertThat(knowledge.packs()).noneMatch(one -> one.name().equals(pack));
        install(file("one", "One"));
        assertThat(brought()).extracting(LessonEntry::id).containsExactly(id);
    }

    @Test
    void aFaultInOneFileIsToldForThatFileAndTheRestGoesOn() {
        knowledge.install(pack, "1", Map.of("a.md", file("a", "A"), "b.md", file("b", "B")));
        KnowledgePack told =
                knowledge.install(
                        pack,
                        "2",
                        Map.of(
                                "a.md", file("a", "A").replace("supplier", "aliens"),
                                "b.md", file("b", "B, better"),
                                "c.md", "no front matter"));
        assertThat(told.lessons()).isEqualTo(1);
        assertThat(told.faults())
                .hasSize(2)
                .anyMatch(fault -> fault.startsWith("a.md: category must be one of technology"))
                .anyMatch(fault -> fault.startsWith("c.md: must begin with front matter"));
        assertThat(brought())
                .extracting(LessonEntry::title)
                .containsExactlyInAnyOrder("A", "B, better");
    }

    @Test
    void nobodyChangesIt() {
        install(file("one", "One"));
        String id = brought().get(0).id();
        for (Runnable change :
                List.<Runnable>of(
                        () -> lessons.update(manager, id, 1, draft("x", "y")),
                        () -> lessons.submit(manager, id),
                        () -> lessons.retire(Platform.ROOT, id, "Go"),
                        () -> lessons.versions(manager, id, PageRequest.FIRST),
                        () -> lessons.decide(manager, id, "name", "x", Decision.KEEP))) {
            assertThatThrownBy(change::run)
                    .isInstanceOf(Forbidden.class)
                    .hasMessageContaining(pack);
        }
    }
}
