package org.tieline.lessons.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Lesson;
import org.tieline.core.internal.Engine;
import org.tieline.lessons.internal.LessonTest;

/** What is taken along for when the server is off. */
class OfflinePacksTest extends LessonTest {
    private final OfflinePacks packs = new OfflinePacks(seen(), platform.centers, platform.access);

    OfflinePacksTest(Engine engine) {
        super(engine);
    }

    private PackChoice choice(Set<String> ids, Set<Category> categories) {
        return new PackChoice(center, ids, categories, Optional.empty(), true);
    }

    private List<String> titles(PackChoice choice) throws IOException {
        return page(choice).select("summary").stream()
                .map(summary -> summary.ownText())
                .filter(title -> title.endsWith(center))
                .toList();
    }

    private Document page(PackChoice choice) throws IOException {
        return Jsoup.parse(PackText.of(packs, author, choice));
    }

    private Lesson one(String title) {
        return published(draft(title + " " + center, "The <b>tower</b> fell silent."));
    }

    @Test
    void aPackHoldsWhatWasTickedAndNothingElse() throws IOException {
        Lesson wanted = one("Wanted");
        Lesson other = one("Other");
        assertThat(titles(choice(Set.of(wanted.id()), Set.of())))
                .containsExactly(wanted.facts().title());
        assertThat(titles(choice(Set.of(), Set.of())))
                .containsExactlyInAnyOrder(wanted.facts().title(), other.facts().title());
    }

    @Test
    void whatWasTickedIsThereOnceWithAllOfACategory() throws IOException {
        Lesson ticked = one("Ticked");
        Lesson other = one("Other");
        assertThat(titles(choice(Set.of(ticked.id()), Set.of(Category.TECHNOLOGY))))
                .containsExactly(ticked.facts().title(), other.facts().title());
        assertThat(titles(choice(Set.of(ticked.id()), Set.of(Category.PEOPLE))))
                .containsExactly(ticked.facts().title());
    }

    @Test
    void onlyPublishedLessonsThatOneSeesCanBeTicked() {
        Lesson draft = written(draft("Draft", "Not read by anybody yet."));
        assertThatThrownBy(() -> packs.pack(author, choice(Set.of(draft.id()), Set.of())))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("“Draft” is not");
        Lesson ours = one("Ours");
        assertThatThrownBy(
                        () ->
                                packs.pack(
                                        stranger,
                                        new PackChoice(
                                                other,
                                                Set.of(ours.id()),
                                                Set.of(),
                                                Optional.empty(),
                                                false)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> packs.pack(stranger, choice(Set.of(), Set.of())))
                .isInstanceOf(NotFound.class);
        Set<String> many =
                IntStream.rangeClosed(0, OfflinePacks.MOST_CHOSEN)
                        .mapToObj(any -> UUID.randomUUID().toString())
                        .collect(Collectors.toSet());
        assertThatThrownBy(() -> packs.pack(author, choice(many, Set.of())))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("at most 100");
    }

    @Test
    void aPackNeedsNothingElseAndRunsNothingButItsOwnScript() throws IOException {
        one("Alone");
        Document page = page(choice(Set.of(), Set.of()));
        assertThat(page.select("[src],link,img,iframe,form")).isEmpty();
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("meta[http-equiv]").attr("content"))
                .contains("default-src 'none'", "script-src 'sha256-")
                .doesNotContain("unsafe");
    }
}
