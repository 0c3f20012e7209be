package org.tieline.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tieline.example.internal.LoanDraft;

/** The kind of record that the manual goes through, put into a server that runs. */
@ExtendWith(Shared.class)
class ExampleIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void aKindOfRecordComesWithAllThatGoesWithOneAndGoesAgain(
            Installation installation, Screen screen) throws Exception {
        Api api = Administrator.of(installation).api();
        House house = House.of(api);
        String title = "Headsets " + UUID.randomUUID();
        Path plugin = installation.data().resolve("plugins/example.jar");
        try {
            install(plugin);
            await(() -> api.get("/loans").status() == 200);
            String loan = lend(house, title);
            house.author()
                    .post("/records/loan/" + loan + "/comments", Map.of("text", "Ask Pat"))
                    .expect(201);
            String asset =
                    api.post(
                                    "/assets",
                                    Map.of(
                                            "center",
                                            house.id(),
                                            "name",
                                            "Rack of " + title,
                                            "kind",
                                            "radio"))
                            .expect(201)
                            .get("id");
            house.author()
                    .post(
                            "/links",
                            Map.of(
                                    "from", Map.of("kind", "asset", "id", asset),
                                    "relation", "caused-by",
                                    "to", Map.of("kind", "loan", "id", loan)))
                    .expect(201);
            await(
                    () ->
                            house.author()
                                    .get("/search?q=" + title.replace(' ', '+'))
                                    .text()
                                    .contains(loan));
            assertThat(api.get("/openapi.json").text()).contains("\"NewLoan\"");
            try (Visitor visitor = screen.visitor(installation.base())) {
                visitor.signIn(Administrator.LOGIN, Installation.ADMIN_PASSWORD);
                onTheScreen(visitor, house, title);
                assertThat(visitor.complaints()).isEmpty();
            }
        } finally {
            Files.deleteIfExists(plugin);
        }
        await(() -> api.get("/loans").status() == 404);
    }

    private static void install(Path plugin) throws Exception {
        Path built =
                Path.of(
                        LoanDraft.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        Path coming = plugin.getParent().resolveSibling("example.jar.part");
        Files.copy(built, coming, StandardCopyOption.REPLACE_EXISTING);
        Files.move(coming, plugin, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String lend(House house, String title) {
        Api.Answer lent =
                house.author()
                        .post(
                                "/loans",
                                Map.of(
                                        "center", house.id(),
                                        "title", title,
                                        "equipment", "headset",
                                        "quantity", 12,
                                        "borrower", "Harbor County",
                                        "lentOn", "2026-07-01",
                                        "dueBack", "2026-07-08"))
                        .expect(201);
        assertThat(lent.get("number")).matches("L-\\d{4}-0001");
        assertThat(lent.get("state")).isEqualTo("lent");
        return lent.get("id");
    }

    private static void onTheScreen(Visitor visitor, House house, String title) {
        Page page = visitor.page();
        page.navigate("/loans?center=" + house.id());
        assertThat(page.locator("#rows tr")).hasCount(1);
        visitor.follow(page.locator("#rows th a")::click);
        assertThat(page.locator("h1")).hasText(title);
        assertThat(page.locator(".discussion-links")).containsText("Rack of " + title);
        visitor.follow(page.locator("button:has-text('Mark as returned')")::click);
        assertThat(page.locator("main .notice-bad"))
                .containsText("Condition must be given: say how it came back.");
        visitor.follow(page.locator("a:has-text('Edit')").first()::click);
        page.locator("#field-condition").fill("Two ear pads are torn.");
        visitor.follow(page.locator("button:has-text('Save')")::click);
        visitor.follow(page.locator("button:has-text('Mark as returned')")::click);
        assertThat(page.locator(".under-title")).containsText("Returned");
        page.navigate("/loans?center=" + house.id());
        page.locator("#state").selectOption("lent");
        assertThat(page.locator("#results")).containsText("Nothing that you may see matches.");
        page.locator("#state").selectOption("returned");
        assertThat(page.locator("#rows tr")).hasCount(1);
        String file = page.locator("#results a:has-text('CSV')").getAttribute("href");
        assertThat(page.request().get(file).text())
                .startsWith("\ufeffNumber,Center,State,Title")
                .contains(title + ",headset,12,Harbor County");
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
    }
}
