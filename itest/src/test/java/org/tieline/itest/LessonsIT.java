package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Shared.class)
class LessonsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Api.Answer search(Api api, String query) {
        return api.get(
                        "/search?explain=true&limit=200&q="
                                + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .expect(200);
    }

    private static List<String> found(Api api, String query) {
        List<String> ids = new ArrayList<>();
        search(api, query)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("record").path("id").asText()));
        return ids;
    }

    /** Something that becomes so after a while. */
    private interface Holds {
        boolean now() throws Exception;
    }

    private static void await(String what, Holds holds) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!holds.now()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            Thread.sleep(50);
        }
    }

    private static String written(House house, String audience) {
        return house.author()
                .post(
                        "/lessons",
                        Map.of(
                                "center",
                                house.id(),
                                "title",
                                "Malachiteville quarantined consoles",
                                "category",
                                "security",
                                "happened",
                                "Zyzzyvatron stopped; 555-0142 was called.",
                                "topics",
                                List.of("peridotword"),
                                "audience",
                                audience))
                .expect(201)
                .get("id");
    }

    private static Api.Answer published(House house, String id) {
        Api.Answer ready = house.author().post("/lessons/" + id + "/submit", Map.of()).expect(200);
        house.author()
                .post("/lessons/" + id + "/publish", Map.of(), Map.of("If-Match", ready.etag()))
                .expect(403);
        return house.manager()
                .post("/lessons/" + id + "/publish", Map.of(), Map.of("If-Match", ready.etag()));
    }

    @Test
    void whatAnotherHasReviewedIsFoundAndWhatStaysInTheCenterBetraysNothing(
            Installation installation) throws Exception {
        Api administrator = Administrator.of(installation).api();
        House ours = House.of(administrator);
        House theirs = House.of(administrator);
        String id = written(ours, "center");
        published(ours, id).expect(200);
        await("found", () -> found(ours.author(), "malachiteville consols").contains(id));

        Api foreign = theirs.manager();
        for (String query :
                List.of(
                        "malachiteville",
                        "malachitevile",
                        "zyzzyvatron",
                        "topic:peridotword",
                        "center:" + ours.id(),
                        "kind:lesson")) {
            assertThat(search(foreign, query).text().toLowerCase())
                    .as(query)
                    .doesNotContain(id, ours.id(), "malachite", "zyzzyva", "peridot");
        }
        assertThat(foreign.get("/search/suggest?q=malach").expect(200).json().path("items"))
                .isEmpty();
        foreign.get("/search/similar/lesson/" + id).expect(404);
        foreign.get("/lessons/" + id).expect(404);
        assertThat(foreign.get("/lessons?limit=200").expect(200).text()).doesNotContain(id);
    }

    @Test
    void aTopicLeadsToItsLessonsAndAWordIsSearchedAmongThem(
            Installation installation, Screen screen) throws Exception {
        House house = House.of(Administrator.of(installation).api());
        String id = written(house, "center");
        published(house, id).expect(200);
        await("found", () -> found(house.author(), "malachiteville").contains(id));
        try (Visitor visitor = screen.visitor(installation.base())) {
            visitor.signIn(Administrator.LOGIN, Installation.ADMIN_PASSWORD);
            Page page = visitor.page();
            page.navigate("/lesson-topics");
            visitor.follow(page.locator("main tbody th a").first()::click);
            PlaywrightAssertions.assertThat(page.locator("[data-hit]").first()).isVisible();
            page.navigate("/lessons");
            page.locator("#lesson-words").fill("malachiteville");
            visitor.follow(page.locator(".lesson-search-go")::click);
            PlaywrightAssertions.assertThat(page.locator("[data-hit][href='/lessons/" + id + "']"))
                    .isVisible();
            assertThat(page.url()).contains("filter=kind");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void nothingUnreviewedLeavesTheCenterAndWhatIsRemovedIsNowhere(Installation installation)
            throws Exception {
        Api administrator = Administrator.of(installation).api();
        House ours = House.of(administrator);
        House theirs = House.of(administrator);
        String id = written(ours, "everybody");
        assertThat(published(ours, id).expect(409).get("detail")).contains("one passage");
        theirs.manager().get("/lessons/" + id).expect(404);
        ours.manager()
                .post(
                        "/lessons/" + id + "/findings",
                        Map.of("kind", "phone number", "text", "555-0142", "decision", "remove"))
                .expect(200);
        String version = ours.manager().get("/lessons/" + id).etag();
        ours.manager()
                .post("/lessons/" + id + "/publish", Map.of(), Map.of("If-Match", version))
                .expect(200);
        await("found", () -> found(theirs.author(), "zyzzyvatron").contains(id));
        assertThat(theirs.author().get("/lessons/" + id).expect(200).text())
                .contains("[phone number removed]")
                .doesNotContain("555-0142");
        assertThat(search(theirs.author(), "zyzzyvatron").text()).doesNotContain("555-0142");
        assertThat(found(theirs.author(), "\"555-0142\"")).doesNotContain(id);
        ours.manager()
                .post("/lessons/" + id + "/retire", Map.of("reason", "It is outdated"))
                .expect(200);
        await("gone", () -> !found(theirs.author(), "zyzzyvatron").contains(id));
        theirs.author().get("/lessons/" + id).expect(404);
    }

    @Test
    void aKnowledgePackIsInstalledUpdatedAndRemoved(Installation installation) throws Exception {
        Api administrator = Administrator.of(installation).api();
        House house = House.of(administrator);
        Path plugin = installation.data().resolve("plugins/pack.jar");
        try {
            KnowledgePack.install(installation, "1.0.0", List.of("one", "two"));
            await("two lessons", () -> found(house.author(), "chrysoprasium").size() == 2);
            String first = found(house.author(), "chrysoprasium one").get(0);
            house.author()
                    .post(
                            "/lessons/" + first + "/notes",
                            Map.of("center", house.id(), "text", "We saw it too."))
                    .expect(200);

            KnowledgePack.install(installation, "1.1.0", List.of("one", "three", "four"));
            await("three lessons", () -> found(house.author(), "chrysoprasium").size() == 3);
            assertThat(house.author().get("/lessons/" + first).expect(200).get("pack"))
                    .isEqualTo(KnowledgePack.NAME);
            assertThat(house.author().get("/lessons/" + first + "/notes").expect(200).text())
                    .contains("We saw it too.");
            assertThat(installation.shell("tieline:knowledge-list")).contains(KnowledgePack.NAME);

            Files.delete(plugin);
            await("no lessons", () -> found(house.author(), "chrysoprasium").isEmpty());
            house.author().get("/lessons/" + first).expect(404);
        } finally {
            Files.deleteIfExists(plugin);
        }
    }
}
