package org.tieline.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes with a record, and who is told of it. */
@ExtendWith(Shared.class)
class DiscussionIT {
    private static final byte[] LOG = "12:00 it hums\n".getBytes(StandardCharsets.UTF_8);

    @Test
    void theOneCommentsAndAddsAFileAndTheOtherIsToldAtTheBell(
            Installation installation, Screen screen) throws IOException {
        Api api = Administrator.of(installation).api();
        House house = House.of(api);
        String asset =
                api.post("/assets", Map.of("center", house.id(), "name", "Radio", "kind", "radio"))
                        .expect(201)
                        .get("id");
        try (Visitor visitor = screen.visitor(installation.base())) {
            visitor.signIn(Administrator.LOGIN, Installation.ADMIN_PASSWORD);
            Page page = visitor.page();
            page.navigate("/service-map/" + asset);
            visitor.follow(page.locator(".discussion-watch button")::click);
            assertThat(page.locator(".discussion-watch")).containsText("Stop watching");

            page.locator("#discussion-text").fill("<b>Look</b> at https://example.org/a");
            visitor.follow(page.locator(".discussion-saying button")::click);
            assertThat(page.locator(".discussion-text"))
                    .hasText("<b>Look</b> at https://example.org/a");
            assertThat(page.locator(".discussion-text a"))
                    .hasAttribute("href", "https://example.org/a");

            page.locator("#discussion-file")
                    .setInputFiles(
                            new FilePayload(
                                    "page.html",
                                    "text/html",
                                    "<html><script>1</script></html>"
                                            .getBytes(StandardCharsets.UTF_8)));
            page.locator(".discussion-attach button").click();
            assertThat(page.locator("[data-attach-status]"))
                    .containsText("must not end with .html");
            page.locator("#discussion-file")
                    .setInputFiles(new FilePayload("hum.log", "text/plain", LOG));
            visitor.follow(page.locator(".discussion-attach button")::click);
            Download file = page.waitForDownload(page.locator(".discussion-file a")::click);
            assertThat(file.suggestedFilename()).isEqualTo("hum.log");
            assertThat(Files.readAllBytes(file.path())).isEqualTo(LOG);
            assertThat(page.locator(".history > li"))
                    .containsText(
                            new String[] {
                                "added a file", "commented", "added",
                            });
            assertThat(page.locator(".history-says"))
                    .hasText(new String[] {"hum.log", "<b>Look</b> at https://example.org/a"});

            house.author()
                    .post(
                            "/records/asset/" + asset + "/comments",
                            Map.of("text", "It hums again " + UUID.randomUUID()))
                    .expect(201);
            Locator told =
                    page.locator(".notices-title a")
                            .filter(new Locator.FilterOptions().setHasText("commented on Radio"));
            page.waitForCondition(
                    () -> {
                        page.navigate("/notices");
                        return told.count() == 1;
                    });
            assertThat(page.locator(".bell .bell-count")).isVisible();
            visitor.follow(told::click);
            assertThat(page.locator("h1")).hasText("Radio");
            page.navigate("/notices");
            visitor.follow(page.locator("[action='/notices/read'] button")::click);
            assertThat(page.locator(".bell")).hasAttribute("aria-label", "Notices");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void aFileIsHandedOutForKeepingOnly(Installation installation) {
        Api api = Administrator.of(installation).api();
        House house = House.of(api);
        House other = House.of(api);
        String asset =
                api.post("/assets", Map.of("center", house.id(), "name", "CAD", "kind", "cad"))
                        .expect(201)
                        .get("id");
        String id =
                house.author()
                        .send(
                                "POST",
                                "/attachments?kind=asset&record=" + asset + "&name=notes.txt",
                                Optional.of("It hums."),
                                Map.of("Content-Type", "application/octet-stream"))
                        .expect(201)
                        .get("id");
        Api.Answer content = house.manager().get("/attachments/" + id + "/content").expect(200);
        assertThat(content.text()).isEqualTo("It hums.");
        assertThat(content.headers().get("Content-Disposition"))
                .startsWith("attachment; filename=\"notes.txt\"");
        assertThat(content.headers().get("X-Content-Type-Options")).isEqualTo("nosniff");
        other.manager().get("/attachments/" + id + "/content").expect(404);
        other.manager().get("/records/asset/" + asset + "/comments").expect(404);
    }
}
