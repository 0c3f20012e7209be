package org.tieline.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The service map on the screen, in the API and at the console. */
@ExtendWith(Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceMapIT {
    private Installation installation;
    private Screen screen;
    private Api api;
    private String center;

    @BeforeAll
    void start(Installation sharedInstallation, Screen sharedScreen) {
        installation = sharedInstallation;
        screen = sharedScreen;
        api = Administrator.of(installation).api();
    }

    @BeforeEach
    void registerACenter() {
        center = "m-" + UUID.randomUUID();
        api.post("/centers", Bodies.center(center)).expect(201);
    }

    private Visitor administrator() {
        Visitor visitor = screen.visitor(installation.base());
        visitor.signIn(Administrator.LOGIN, Installation.ADMIN_PASSWORD);
        return visitor;
    }

    private String made(String name, String kind, List<String> below) {
        return api.post(
                        "/assets",
                        Map.of(
                                "center", center,
                                "name", name,
                                "kind", kind,
                                "restsOn",
                                        below.stream()
                                                .map(id -> Map.of("anyOf", List.of(id)))
                                                .toList()))
                .expect(201)
                .get("id");
    }

    private Api.Answer load(String csv, String query) {
        return api.send(
                "POST",
                "/assets/import?center=" + center + query,
                Optional.of(csv),
                Map.of("Content-Type", "text/csv"));
    }

    @Test
    void anAssetIsAddedWithWhatItRestsOnAndDrawn() {
        made("Power", "power", List.of());
        try (Visitor visitor = administrator()) {
            Page page = visitor.page();
            page.navigate("/service-map/new?center=" + center);
            page.locator("[name=name]").first().fill("<b>Call</b> answering");
            page.locator("#add-name").fill("Power");
            page.locator("[data-add-line]").click();
            page.locator("[name=fallback]").fill("Red phones.\nThen the backup center.");
            visitor.send();
            assertThat(page.locator("h1")).hasText("<b>Call</b> answering");
            assertThat(page.locator(".map-fallback")).containsText("Red phones.");
            assertThat(page.locator("[aria-labelledby=rests]")).containsText("Power");
            assertThat(page.locator(".map-canvas canvas").first()).isVisible();
            page.locator("[aria-labelledby=rests] a").click();
            assertThat(page.locator(".notice-warn")).containsText("<b>Call</b> answering");
            page.navigate("/service-map/drawing?center=" + center);
            assertThat(page.locator(".map-canvas canvas").first()).isVisible();
            assertThat(page.locator("[data-map-row]")).hasCount(2);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void aCircleIsRefusedOnThePageAndWhatWasTypedStays() {
        String power = made("Power", "power", List.of());
        made("Control", "server", List.of(power));
        try (Visitor visitor = administrator()) {
            Page page = visitor.page();
            page.navigate("/service-map/" + power + "/edit");
            page.locator("#field-restsOn").fill("Control");
            page.locator("[name=owner]").fill("Typed before");
            visitor.send();
            assertThat(page.locator("#field-restsOn-error")).containsText("circle");
            assertThat(page.locator("#field-restsOn-error")).containsText("\"Power\"");
            assertThat(page.locator("[name=owner]")).hasValue("Typed before");
        }
    }

    @Test
    void whatIsDoneWithoutItIsOnePageOfWhichOnlyTheCardIsPrinted() {
        String radio =
                api.post(
                                "/assets",
                                Map.of(
                                        "center",
                                        center,
                                        "name",
                                        "Radio",
                                        "kind",
                                        "radio",
                                        "fallback",
                                        "Take the portables.\nSend a runner."))
                        .expect(201)
                        .get("id");
        String power = made("Power", "power", List.of());
        try (Visitor visitor = administrator()) {
            Page page = visitor.page();
            page.navigate("/service-map/" + radio);
            visitor.follow(() -> visitor.tabTo("a[href$='/card']").press("Enter"));
            assertThat(page.locator(".map-card h1")).hasText("If this fails: Radio");
            assertThat(page.locator(".map-card")).containsText("Send a runner.");
            page.emulateMedia(
                    new Page.EmulateMediaOptions()
                            .setMedia(com.microsoft.playwright.options.Media.PRINT));
            assertThat(page.locator(".map-card")).isVisible();
            assertThat(page.locator(".map-card ~ *:visible")).hasCount(0);
            assertThat(page.locator("header.head")).isHidden();
            page.navigate("/service-map/" + power + "/card");
            assertThat(page.getByText("No procedure is written down")).isVisible();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void aFileIsCheckedThenImportedAsItIs() {
        byte[] file =
                "name,kind,rests_on\nBüro,site,\nFunk,service,Büro\n"
                        .getBytes(java.nio.charset.Charset.forName("windows-1252"));
        try (Visitor visitor = administrator()) {
            Page page = visitor.page();
            page.navigate("/service-map/import?center=" + center);
            page.locator("[data-map-file]")
                    .setInputFiles(
                            new com.microsoft.playwright.options.FilePayload(
                                    "map.csv", "text/csv", file));
            page.locator("button[value=check]").click();
            assertThat(page.locator("#report")).containsText("The file is good");
            assertThat(page.locator("#report")).containsText("2 to be added");
            page.locator("button[value=import]").click();
            assertThat(page.locator("#report")).containsText("The file was imported");
            page.navigate("/service-map?center=" + center);
            assertThat(page.locator("#rows")).containsText("Büro");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void anExportOfAnotherProductIsMappedThenImported() {
        String csv =
                "Asset Name,Category,Serial,Status\n"
                        + "Radio 12,Portable Radios,681C,Deployed\n"
                        + "Modem,Modems,20GA,Archived\n";
        assertThat(load(csv, "").expect(400).text()).contains("is not a column known here");
        Api.Answer checked = load(csv, "&check=true&kind=other").expect(200);
        assertThat(checked.json().path("unmapped").toString()).isEqualTo("[\"Serial\"]");
        load(csv, "&check=true&kind=other&map=owner:Serial&map=state:").expect(200);
        assertThat(load(csv, "&map=owner:Color").expect(400).text()).contains("Color");
        try (Visitor visitor = administrator()) {
            Page page = visitor.page();
            page.navigate("/service-map/import?center=" + center);
            page.locator("[data-map-file]")
                    .setInputFiles(
                            new com.microsoft.playwright.options.FilePayload(
                                    "assets.csv",
                                    "text/csv",
                                    csv.getBytes(StandardCharsets.UTF_8)));
            page.locator("button[value=import]").click();
            assertThat(page.locator("#report")).containsText("Modems");
            assertThat(page.locator("#columns")).containsText("Columns not imported: Serial.");
            page.locator("#column-owner").selectOption("2");
            page.locator("#import-kind").selectOption("other");
            page.locator("button[value=check]").click();
            assertThat(page.locator("#report")).containsText("2 to be added");
            assertThat(page.locator("#column-owner")).hasValue("2");
            page.locator("button[value=import]").click();
            assertThat(page.locator("#report")).containsText("The file was imported");
            page.navigate("/service-map?center=" + center);
            assertThat(page.locator("#rows")).containsText("Radio 12");
        }
    }

    @Test
    void aFaultyFileIsReportedRowByRowAndNothingComesOfIt() {
        Api.Answer answer = load("name,kind,rests_on\nA,server,B\nB,banana,\nC,cad\n", "");
        answer.expect(400);
        assertThat(answer.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("row 3, kind", "row 4");
        assertThat(load("name,kind,rests_on\nA,server,B\nB,server,A\n", "").expect(400).text())
                .contains("circle");
        assertThat(load("name,kind\nA,cad\n", "&check=yes").status()).isEqualTo(400);
        load("name,kind\nA,cad\n", "&check=true").expect(200);
        assertThat(api.get("/assets?center=" + center).expect(200).json().path("items")).isEmpty();
    }

    @Test
    void theApiKeepsToTheRulesOfAllResources() {
        String power = made("Power", "power", List.of());
        String phone = made("Phone", "phone-system", List.of(power));
        Api.Answer read = api.get("/assets/" + phone).expect(200);
        assertThat(read.etag()).isEqualTo("\"1\"");
        Map<String, Object> facts =
                Map.of(
                        "name",
                        "Phone 2",
                        "kind",
                        "phone-system",
                        "state",
                        "in-use",
                        "criticality",
                        "vital");
        String body = Api.write(facts);
        api.send("PUT", "/assets/" + phone, Optional.of(body), Map.of()).expect(428);
        api.put("/assets/" + phone, facts, "\"1\"").expect(200);
        api.put("/assets/" + phone, facts, "\"1\"").expect(412);
        api.post("/assets", Map.of("center", center, "name", "X", "kind", "cad", "color", "red"))
                .expect(400);
        Api.Answer tooLong =
                api.post(
                        "/assets",
                        Map.of("center", center, "name", "x".repeat(100_000), "kind", "cad"));
        assertThat(tooLong.expect(400).text()).contains("100000").hasSizeLessThan(2_000);
        Map<String, Object> once = Map.of("center", center, "name", "Once", "kind", "cad");
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String first = api.post("/assets", once, key).expect(201).get("id");
        assertThat(api.post("/assets", once, key).expect(201).get("id")).isEqualTo(first);
        Api.Answer page = api.get("/assets?center=" + center + "&limit=1").expect(200);
        assertThat(page.json().path("items")).hasSize(1);
        assertThat(page.json().path("next").asText()).isNotEmpty();
    }

    @Test
    void theConsoleTellsTheImpact() {
        String power = made("Power " + center, "power", List.of());
        made("Phone", "phone-system", List.of(power));
        assertThat(installation.shell("tieline:asset-list --center " + center)).contains("Phone");
        assertThat(installation.shell("tieline:asset-impact " + power))
                .contains("Phone", "1 down, 0 degraded");
    }

    @Test
    void theExportIsWhatTheImportTakes() {
        load("name,kind,rests_on\nA,server,\nB,server,A\n", "").expect(200);
        String csv = api.get("/assets/export?center=" + center).expect(200).text();
        assertThat(csv.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
        assertThat(load(csv, "").expect(200).json().path("unchanged").asInt()).isEqualTo(2);
    }
}
