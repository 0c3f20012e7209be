package org.tieline.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Lessons and fallback procedures for when the server is off. */
@ExtendWith(Shared.class)
class TakeAlongIT {
    private static final String FOUND = "article:not([hidden]) summary";

    @TempDir Path stick;

    private Installation installation;
    private House house;
    private String tower;
    private String flood;

    @BeforeEach
    void writeDown(Installation shared) {
        installation = shared;
        house = House.of(Administrator.of(installation).api());
        tower = published("Heliotrope tower fell silent", "Carry two portable radios.");
        flood = published("Heliotrope basement under water", "Move the batteries upstairs.");
        published("Heliotrope left at home", "Nobody ticked it.");
        house.manager()
                .post(
                        "/assets",
                        Map.of(
                                "center",
                                house.id(),
                                "name",
                                "Call handling",
                                "kind",
                                "phone-system",
                                "fallback",
                                "Divert the trunks to the neighbor."))
                .expect(201);
    }

    private String published(String title, String recommended) {
        String id =
                house.author()
                        .post(
                                "/lessons",
                                Map.of(
                                        "center",
                                        house.id(),
                                        "title",
                                        title,
                                        "category",
                                        "technology",
                                        "happened",
                                        "It happened at night.",
                                        "recommended",
                                        recommended))
                        .expect(201)
                        .get("id");
        Api.Answer ready = house.author().post("/lessons/" + id + "/submit", Map.of()).expect(200);
        house.manager()
                .post("/lessons/" + id + "/publish", Map.of(), Map.of("If-Match", ready.etag()))
                .expect(200);
        return id;
    }

    @Test
    void whatWasTickedIsFoundInTheFileWithTheServerOutOfReach(Screen screen) throws Exception {
        SearchIT.await(house.author(), "heliotrope basement", flood);
        Path file = stick.resolve("lessons.html");
        try (Visitor visitor = screen.visitor(installation.base())) {
            visitor.signIn(Administrator.LOGIN, Installation.ADMIN_PASSWORD);
            Page page = visitor.page();
            page.navigate("/lessons?center=" + house.id());
            visitor.tabTo("input[value='" + tower + "']").press("Space");
            visitor.follow(() -> visitor.tabTo("#ticked button").press("Enter"));
            assertThat(page.locator("input[value='" + tower + "']")).isChecked();
            page.locator("#pack-center").selectOption(house.id());
            visitor.tabTo("#pack-words").type("heliotrope basement");
            visitor.follow(() -> page.keyboard().press("Enter"));
            visitor.tabTo("input[value='" + flood + "']").press("Space");
            page.waitForDownload(
                            () -> visitor.tabTo("[formaction='/lesson-files/pack']").press("Enter"))
                    .saveAs(file);
        }
        try (Visitor visitor = screen.visitor(installation.base())) {
            Page page = visitor.page();
            page.context().setOffline(true);
            page.navigate(file.toUri().toString());
            assertThat(page.locator("#words")).isFocused();
            assertThat(page.locator(FOUND)).hasCount(3);
            page.keyboard().type("HELIO tower");
            assertThat(page.locator(FOUND)).hasCount(1);
            assertThat(page.locator("#count")).hasText("One found");
            page.keyboard().press("Enter");
            assertThat(page.locator(FOUND)).isFocused();
            assertThat(page.getByText("Carry two portable radios.")).isVisible();
            assertThat(find(page, "baserment")).containsText("Heliotrope basement under water");
            assertThat(find(page, "divert trunks")).containsText("If this fails: Call handling");
            page.locator("#words").fill("nothinglikeit");
            assertThat(page.locator(FOUND)).hasCount(0);
            assertThat(page.locator("#count")).containsText("Nothing found");
            assertThat(visitor.foreign()).allMatch(file.toUri().toString()::equals);
            assertThat(visitor.complaints()).isEmpty();
        }
        assertThat(Files.readString(file)).doesNotContain("Nobody ticked it.");
    }

    private static Locator find(Page page, String words) {
        page.locator("#words").fill("");
        page.locator("#words").pressSequentially(words);
        assertThat(page.locator(FOUND)).hasCount(1);
        return page.locator(FOUND);
    }

    @Test
    void theApiGivesTheSamePageAndSaysWhatIsWrong() {
        String pack = "/lesson-export/pack?center=" + house.id();
        Api.Answer answer =
                house.author().get(pack + "&procedures=true&lesson=" + tower).expect(200);
        assertThat(answer.headers().get("content-type")).startsWith("text/html");
        assertThat(answer.text())
                .contains("Heliotrope tower", "Divert the trunks")
                .doesNotContain("under water");
        assertThat(house.author().get(pack + "&category=technology").expect(200).text())
                .contains("under water", "Nobody ticked it.")
                .doesNotContain("Divert the trunks");
        assertThat(house.author().get(pack + "&category=gossip").expect(400).text())
                .contains("category", "technology");
        assertThat(house.author().get("/lesson-export/pack").expect(400).text()).contains("center");
        house.author().get(pack + "&lesson=none").expect(404);
        House.of(Administrator.of(installation).api()).author().get(pack).expect(404);
    }
}
