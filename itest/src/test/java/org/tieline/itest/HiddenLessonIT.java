package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A lesson in each stage of its life and for each audience, and somebody of another center: what is
 * hidden from them is in no result, count, facet, correction, suggestion, likeness, list, file or
 * error.
 */
@ExtendWith(Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HiddenLessonIT {
    private final Random random = new Random();
    private final String common = word();
    private final List<Told> lessons = new ArrayList<>();
    private Api administrator;
    private House ours;
    private House theirs;

    /** A lesson, a word that is in no other, and whether another center may see it. */
    private record Told(String id, String word, boolean visible) {}

    private enum Stage {
        DRAFT,
        IN_REVIEW,
        PUBLISHED,
        RETIRED
    }

    @BeforeAll
    void write(Installation installation) throws Exception {
        administrator = Administrator.of(installation).api();
        ours = House.of(administrator);
        theirs = House.of(administrator);
        House third = House.of(administrator);
        add(Stage.DRAFT, "everybody", List.of(), false);
        add(Stage.IN_REVIEW, "everybody", List.of(), false);
        add(Stage.RETIRED, "everybody", List.of(), false);
        add(Stage.PUBLISHED, "center", List.of(), false);
        add(Stage.PUBLISHED, "chosen", List.of(third.id()), false);
        add(Stage.PUBLISHED, "chosen", List.of(theirs.id()), true);
        Told open = add(Stage.PUBLISHED, "everybody", List.of(), true);
        String unpublished = word();
        ours.author()
                .put(
                        "/lessons/" + open.id(),
                        facts(unpublished, "everybody", List.of()),
                        ours.author().get("/lessons/" + open.id()).etag())
                .expect(200);
        lessons.add(new Told(open.id() + "-changed", unpublished, false));
        for (Told lesson : lessons) {
            if (lesson.visible()) {
                assertThat(SearchIT.await(theirs.author(), lesson.word(), lesson.id()))
                        .contains(lesson.id());
            }
        }
        Told last = add(Stage.PUBLISHED, "everybody", List.of(), true);
        assertThat(SearchIT.await(theirs.author(), last.word(), last.id())).contains(last.id());
    }

    private String word() {
        StringBuilder word = new StringBuilder("zq");
        random.ints(12, 'a', 'z' + 1).forEach(letter -> word.append((char) letter));
        return word.append('k').toString();
    }

    private Map<String, Object> facts(String word, String audience, List<String> sharedWith) {
        return Map.of(
                "title",
                word + " " + common,
                "category",
                "security",
                "learned",
                "The " + word + " fell, as " + common + " says.",
                "topics",
                List.of(word),
                "systems",
                List.of(word),
                "vendors",
                List.of(word),
                "audience",
                audience,
                "sharedWith",
                sharedWith);
    }

    private Told add(Stage stage, String audience, List<String> sharedWith, boolean visible) {
        String word = word();
        Map<String, Object> body = new HashMap<>(facts(word, audience, sharedWith));
        body.put("center", ours.id());
        String id = ours.author().post("/lessons", body).expect(201).get("id");
        if (stage != Stage.DRAFT) {
            String version =
                    ours.author().post("/lessons/" + id + "/submit", Map.of()).expect(200).etag();
            if (stage != Stage.IN_REVIEW) {
                ours.manager()
                        .post("/lessons/" + id + "/publish", Map.of(), Map.of("If-Match", version))
                        .expect(200);
            }
        }
        if (stage == Stage.RETIRED) {
            ours.manager()
                    .post("/lessons/" + id + "/retire", Map.of("reason", "No longer so"))
                    .expect(200);
        }
        Told lesson = new Told(id, word, visible);
        lessons.add(lesson);
        return lesson;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reader",
                "staff",
                "change-manager",
                "center-manager",
                "administrator",
                "coordinator"
            })
    void whatIsHiddenIsFoundByNoWay(String role) {
        Api foreign = theirs.of(administrator, role);
        int visible = (int) lessons.stream().filter(Told::visible).count();

        JsonNode all = search(foreign, common);
        assertThat(ids(all)).isEqualTo(visibleIds()).hasSize(visible);
        assertThat(all.path("total").asInt()).isEqualTo(visible);
        all.path("facets").forEach(facet -> assertCounted(facet, visible));
        assertSilent(all.toString());

        for (Told lesson : lessons) {
            String word = lesson.word();
            for (String query :
                    List.of(
                            word,
                            word.replace("zq", "zx"),
                            word.substring(0, 8),
                            common + " -" + word,
                            "topic:" + word,
                            "system:" + word,
                            "vendor:" + word,
                            "state:retired",
                            "center:" + ours.id())) {
                assertSilent(search(foreign, query).toString());
            }
            assertSilent(get(foreign, "/search/suggest?q=" + word.substring(0, 6)));
            if (lesson.visible()) {
                assertSilent(get(foreign, "/search/similar/lesson/" + lesson.id()));
            } else {
                assertThat(foreign.get("/search/similar/lesson/" + lesson.id()).expect(404).text())
                        .doesNotContain(word, ours.id());
                assertThat(foreign.get("/lessons/" + lesson.id()).expect(404).text())
                        .doesNotContain(word, ours.id());
            }
        }
        assertSilent(get(foreign, "/search/suggest?q=" + common));
        assertSilent(get(foreign, "/lessons?limit=200"));
        assertSilent(get(foreign, "/lesson-export/csv"));
        assertSilent(get(foreign, "/lesson-export/json"));
        assertSilent(get(foreign, "/lesson-adoptions?limit=200&center=" + theirs.id()));
    }

    /** No value of a field is counted more often than there are lessons to be seen. */
    private void assertCounted(JsonNode facet, int visible) {
        facet.path("values")
                .forEach(value -> assertThat(value.path("count").asInt()).isBetween(1, visible));
        if (facet.path("field").asText().equals("kind")) {
            assertThat(facet.path("values").path(0).path("count").asInt()).isEqualTo(visible);
        }
    }

    /** Nothing that is hidden is in a text. */
    private void assertSilent(String text) {
        assertThat(text)
                .doesNotContain(
                        lessons.stream()
                                .filter(lesson -> !lesson.visible())
                                .flatMap(lesson -> List.of(lesson.id(), lesson.word()).stream())
                                .toArray(String[]::new));
    }

    private Set<String> visibleIds() {
        Set<String> ids = new HashSet<>();
        lessons.stream().filter(Told::visible).forEach(lesson -> ids.add(lesson.id()));
        return ids;
    }

    private static Set<String> ids(JsonNode results) {
        Set<String> ids = new HashSet<>();
        results.path("items").forEach(item -> ids.add(item.path("record").path("id").asText()));
        return ids;
    }

    private static JsonNode search(Api api, String query) {
        return api.get(
                        "/search?explain=true&limit=200&q="
                                + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .expect(200)
                .json();
    }

    /** Whoever may not ask at all is told nothing either. */
    private static String get(Api api, String path) {
        Api.Answer answer = api.get(path);
        assertThat(answer.status()).isIn(200, 403);
        return answer.text();
    }
}
