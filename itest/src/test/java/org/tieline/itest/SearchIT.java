package org.tieline.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Shared.class)
class SearchIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Searches until a record is found, and returns the ids of all that are. */
    static List<String> await(Api api, String query, String id) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        List<String> found = found(api, query);
        while (!found.contains(id) && Instant.now().isBefore(end)) {
            Thread.sleep(20);
            found = found(api, query);
        }
        return found;
    }

    private static List<String> found(Api api, String query) {
        List<String> ids = new ArrayList<>();
        api.get("/search?limit=200&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("record").path("id").asText()));
        return ids;
    }

    private static void deleteWhileItIsWritten(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.deleteIfExists(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path gone, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path left, IOException e) {
                        left.toFile().delete();
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static String made(Api api, String name) {
        String id = "s-" + UUID.randomUUID().toString().substring(0, 12);
        api.post(
                        "/centers",
                        Map.of(
                                "id",
                                id,
                                "name",
                                name,
                                "kind",
                                "primary-psap",
                                "timeZone",
                                "America/Chicago",
                                "state",
                                "active",
                                "neighbours",
                                List.of(),
                                "backups",
                                List.of()))
                .expect(201);
        return id;
    }

    @Test
    void whatIsWrittenIsFoundAndWhatIsRenamedIsFoundByItsNewName(Installation installation)
            throws Exception {
        Api api = Administrator.of(installation).api();
        String id = made(api, "Quartzville Dispatch");
        assertThat(await(api, "quartzville dispach", id)).first().isEqualTo(id);
        api.put(
                        "/centers/" + id,
                        Bodies.centerFacts("Feldspar Dispatch"),
                        api.get("/centers/" + id).etag())
                .expect(200);
        assertThat(await(api, "feldspar", id)).containsExactly(id);
        assertThat(found(api, "\"quartzville\"")).isEmpty();
    }

    @Test
    void aForeignCenterIsNeitherFoundNorCountedNorSuggestedNorComparedWith(
            Installation installation) throws Exception {
        Api administrator = Administrator.of(installation).api();
        String id = made(administrator, "Obsidianville Zyxwave");
        assertThat(await(administrator, "obsidianville", id)).containsExactly(id);
        String home = made(administrator, "Limestone");
        String account =
                administrator
                        .post(
                                "/service-accounts",
                                Bodies.account("search " + home, home, "center-manager"))
                        .expect(201)
                        .get("id");
        Api foreign =
                administrator.as(
                        Administrator.secret(
                                administrator,
                                account,
                                List.of("*"),
                                Duration.ofHours(1),
                                Map.of()));
        for (String query :
                List.of("obsidianville", "obsidianvile", "zyxwav", "center:" + id, "kind:center")) {
            Api.Answer answer =
                    foreign.get(
                            "/search?explain=true&q="
                                    + URLEncoder.encode(query, StandardCharsets.UTF_8));
            assertThat(answer.expect(200).text().toLowerCase())
                    .as(query)
                    .doesNotContain(id, "obsidian", "zyxwave");
        }
        assertThat(foreign.get("/search/suggest?q=obs").expect(200).json().path("items")).isEmpty();
        assertThat(foreign.get("/search/similar/center/" + id).expect(404).get("detail"))
                .isEqualTo("There is no center " + id + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "\"", "-", "a:b:", "(((", "/.*/", "\u0007", "<script>"})
    void noTextIsAnError(String query, Installation installation) {
        Api api = Administrator.of(installation).api();
        api.get("/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8)).expect(200);
        api.get("/search/suggest?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .expect(200);
    }

    @Test
    void anIndexThatIsDeletedOrRebuiltWhileTheServerRunsIsWholeAgain(Installation installation)
            throws Exception {
        Api api = Administrator.of(installation).api();
        String id = made(api, "Basaltville");
        assertThat(await(api, "basaltville", id)).containsExactly(id);
        deleteWhileItIsWritten(installation.data().resolve("search"));
        String later = made(api, "Basaltville Two");
        assertThat(await(api, "basaltville", later)).contains(id, later);
        assertThat(installation.shell("tieline:search-rebuild")).contains("made anew");
        assertThat(await(api, "basaltville", id)).contains(id, later);
        assertThat(installation.shell("tieline:search-status"))
                .contains("records that can be searched");
    }

    @Test
    void theBoxIsUsedByKeyboardAndBackKeepsThePlace(Installation installation, Screen screen)
            throws Exception {
        Api api = Administrator.of(installation).api();
        String id = made(api, "Granitepoint Nineoneone");
        assertThat(await(api, "granitepoint", id)).containsExactly(id);
        try (Visitor visitor = screen.visitor(installation.base())) {
            visitor.signIn(Administrator.LOGIN, Installation.ADMIN_PASSWORD);
            Page page = visitor.page();
            page.navigate("/");
            page.keyboard().press("/");
            page.keyboard().type("granitep");
            assertThat(page.locator("#suggestions [role=option]").first())
                    .containsText("Granitepoint");
            page.keyboard().press("Enter");
            page.waitForURL("**/search?**");
            page.locator("#find").focus();
            page.keyboard().press("End");
            page.keyboard().type("oint nineoneon");
            page.waitForURL("**nineoneon");
            assertThat(page.locator("[data-hit]").first()).containsText("Granitepoint");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("[data-hit]").first()).isFocused();
            page.keyboard().press("Enter");
            page.waitForURL("**/centers/" + id);
            page.goBack();
            assertThat(page.locator("[data-hit]").first()).isFocused();
            assertThat(page.locator("#find")).hasValue("granitepoint nineoneon");
        }
    }
}
