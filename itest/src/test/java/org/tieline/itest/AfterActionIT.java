package org.tieline.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the text of a hot wash to drafts. */
@ExtendWith(Shared.class)
class AfterActionIT {
    private static final String TEXT =
            "Went well:\n- Señor Ortiz called mutual aid\nAreas for improvement\n- ALI was not rebid\n";

    @Test
    void aFileIsReadWhereItCanBeCorrectedAndBecomesDrafts(
            Installation installation, Screen screen) {
        House house = House.of(Administrator.of(installation).api());
        try (Visitor visitor = screen.visitor(installation.base())) {
            visitor.signIn(Administrator.LOGIN, Installation.ADMIN_PASSWORD);
            Page page = visitor.page();
            page.navigate("/lesson-after-action");
            page.locator("#after-center").selectOption(house.id());
            page.locator("#after-text").fill("Strengths\n- Typed before");
            choose(page, "report.docx", new byte[] {'P', 'K', 3, 4, 20, 0});
            assertThat(page.locator("#after-file-status"))
                    .containsText("report.docx is a workbook or document of an office program");
            choose(page, "large.txt", new byte[(4 << 20) + 1]);
            assertThat(page.locator("#after-file-status")).containsText("larger than 4 MB");
            choose(page, "empty.txt", new byte[0]);
            assertThat(page.locator("#after-file-status")).hasText("empty.txt is empty.");
            choose(page, "wash.txt", TEXT.getBytes(Charset.forName("windows-1252")));
            assertThat(page.locator("#after-text"))
                    .hasValue("Strengths\n- Typed before\n\n" + TEXT);
            page.locator("#after-day").fill("soon");
            visitor.send();
            assertThat(page.locator("#after-text"))
                    .hasValue("Strengths\n- Typed before\n\n" + TEXT);
            assertThat(page.locator("#after-center")).hasValue(house.id());
            page.locator("#after-day").fill("2026-11");
            visitor.send();
            assertThat(page.locator("#title-1")).hasValue("Señor Ortiz called mutual aid");
            page.locator("#title-0").fill("");
            visitor.send();
            assertThat(page.locator("[data-error]")).containsText("title");
            assertThat(page.locator("[name=keep]")).hasCount(1);
            assertThat(page.locator("#observed-0")).hasValue("Typed before");
            page.locator("#title-0").fill("Typed again");
            visitor.send();
            assertThat(page.locator("#rows")).containsText("Typed again");
            assertThat(page.locator("#rows")).containsText("ALI was not rebid");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private static void choose(Page page, String name, byte[] content) {
        page.locator("#after-file").setInputFiles(new FilePayload(name, "text/plain", content));
    }

    private static Api.Answer send(Api api, String query, String text) {
        return api.send(
                "POST",
                "/lesson-after-action" + query,
                Optional.of(text),
                Map.of("Content-Type", "text/plain"));
    }

    @Test
    void theApiTakesTheTextAndGivesDraftsThatItTakes(Installation installation) {
        House house = House.of(Administrator.of(installation).api());
        String center = "?center=" + house.id();
        JsonNode drafts =
                send(house.author(), center + "&source=incident&happenedOn=2026-11", TEXT)
                        .expect(200)
                        .json()
                        .path("items");
        assertThat(drafts).hasSize(2);
        assertThat(house.author().get("/lessons" + center).expect(200).json().path("items"))
                .isEmpty();
        for (JsonNode draft : drafts) {
            house.author().post("/lessons", draft).expect(201);
        }
        assertThat(house.author().get("/lessons" + center).expect(200).text())
                .contains("Señor Ortiz called mutual aid", "ALI was not rebid");

        assertThat(send(house.author(), center, "A letter.").expect(400).text())
                .contains("“Strengths”");
        assertThat(send(house.author(), center, "PK\u0003\u0004").expect(400).text())
                .contains("office program");
        assertThat(send(house.author(), center + "&source=rumor", TEXT).expect(400).text())
                .contains("source", "exercise");
        assertThat(send(house.author(), center + "&happenedOn=soon", TEXT).expect(400).text())
                .contains("happenedOn", "2026-11");
        assertThat(send(house.author(), "", TEXT).expect(400).text()).contains("center");
        assertThat(send(house.author(), center, "x".repeat((4 << 20) + 1)).status()).isEqualTo(413);
        house.author()
                .send(
                        "POST",
                        "/lesson-after-action" + center,
                        Optional.of("{}"),
                        Map.of("Content-Type", "application/json"))
                .expect(415);
    }
}
