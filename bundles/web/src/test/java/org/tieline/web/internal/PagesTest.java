package org.tieline.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tieline.api.access.Caller;

class PagesTest {
    private static final String HOSTILE =
            "</title></script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
                    + " javascript:alert(1) ${1} {{x}}";
    private static final List<String> ADDRESSES = List.of("href", "src", "action", "formaction");

    private static final World USUAL = new World(false, UnaryOperator.identity());

    private static Map<String, String> usual() {
        return Gallery.of(USUAL, USUAL.administrator(), Theme.LIGHT);
    }

    private static Stream<DynamicTest> each(Map<String, String> pages, Check check) {
        return pages.entrySet().stream()
                .map(
                        page ->
                                DynamicTest.dynamicTest(
                                        page.getKey(),
                                        () -> check.check(Jsoup.parse(page.getValue()))));
    }

    private interface Check {
        void check(Document page);
    }

    @TestFactory
    Stream<DynamicTest> hostileTextStaysText() {
        World hostile = new World(false, text -> HOSTILE);
        return each(
                Gallery.of(hostile, hostile.administrator(), Theme.LIGHT),
                page -> {
                    assertThat(page.select("img")).isEmpty();
                    assertThat(page.select("script"))
                            .allSatisfy(
                                    script -> {
                                        assertThat(script.attr("src")).startsWith(Assets.PREFIX);
                                        assertThat(script.data()).isEmpty();
                                    });
                    for (Element element : page.getAllElements()) {
                        for (String address : ADDRESSES) {
                            assertThat(element.attr(address))
                                    .doesNotStartWithIgnoringCase("javascript:");
                        }
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> nothingIsInline() {
        return each(
                usual(),
                page -> {
                    assertThat(page.select("style, [style]")).isEmpty();
                    for (Element element : page.getAllElements()) {
                        assertThat(element.attributes().asList())
                                .extracting(Attribute::getKey)
                                .noneMatch(
                                        name -> name.startsWith("on") || name.startsWith("hx-on"));
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> everyFormThatWritesCarriesTheSession() {
        return each(
                usual(),
                page ->
                        assertThat(page.select("form[method=post]"))
                                .allSatisfy(
                                        form ->
                                                assertThat(form.select("input[name=csrf]"))
                                                        .hasSize(1)));
    }

    @TestFactory
    Stream<DynamicTest> everyAddressIsOfThisInstallation() {
        return each(
                usual(),
                page -> {
                    for (String address : ADDRESSES) {
                        assertThat(page.select("[" + address + "]"))
                                .extracting(element -> element.attr(address))
                                .allMatch(
                                        path ->
                                                path.startsWith("/") && !path.startsWith("//")
                                                        || path.startsWith("#"));
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsWellMade() {
        return each(
                usual(),
                page -> {
                    assertThat(page.select("h1")).hasSize(1);
                    assertThat(page.select("main")).hasSize(1);
                    assertThat(page.title()).endsWith("· Tieline");
                    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
                    assertThat(page.select("a[href]"))
                            .allSatisfy(
                                    link ->
                                            assertThat(link.text() + link.attr("aria-label"))
                                                    .isNotBlank());
                    for (Element field :
                            page.select(
                                    "main input:not([type=hidden]), main select, main textarea")) {
                        boolean labelled =
                                !page.select("label[for=" + field.id() + "]").isEmpty()
                                        || field.closest("label") != null;
                        assertThat(labelled).as(field.outerHtml()).isTrue();
                    }
                    for (Element described : page.select("[aria-describedby]")) {
                        for (String id : described.attr("aria-describedby").split(" ")) {
                            assertThat(page.getElementById(id)).as(id).isNotNull();
                        }
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> aPageIsSmall() {
        return usual().entrySet().stream()
                .map(
                        page ->
                                DynamicTest.dynamicTest(
                                        page.getKey(),
                                        () ->
                                                assertThat(page.getValue().length())
                                                        .isLessThan(150_000)));
    }

    @Test
    void theMenuHidesWhatIsNotAllowed() {
        Map<String, String> pages = Gallery.of(USUAL, USUAL.reader(), Theme.LIGHT);

        Document page = Jsoup.parse(pages.get("dashboard"));

        assertThat(page.select("#menu a[href^=/]").eachAttr("href"))
                .containsExactly("/", "/centers");
        assertThat(page.select("#palette-list [data-href]").eachAttr("data-href"))
                .containsExactly("/", "/centers", "/account/password");
    }

    @Test
    void aButtonIsHiddenFromWhoMayNotUseIt() {
        Map<String, String> pages = Gallery.of(USUAL, USUAL.reader(), Theme.LIGHT);

        assertThat(Jsoup.parse(pages.get("centers")).select("a[href=/centers/new]")).isEmpty();
        assertThat(Jsoup.parse(pages.get("center")).select("a[href$=/edit]")).isEmpty();
        assertThat(Jsoup.parse(pages.get("person")).select("main form")).isEmpty();
        assertThat(Jsoup.parse(pages.get("account")).select("main form")).isEmpty();
    }

    @Test
    void aFaultIsToldAtItsFieldAndInTheSummary() {
        Document page = Jsoup.parse(usual().get("center-refused"));

        Element name = page.getElementById("field-name");
        assertThat(name.attr("aria-invalid")).isEqualTo("true");
        assertThat(page.getElementById("field-name-error").text())
                .isEqualTo("Name is missing; say what the center is called");
        assertThat(page.select("#errors a[href=#field-name]").text()).isEqualTo("Name");
        assertThat(page.getElementById("field-id").val()).isEqualTo("Harbor County");
    }

    @Test
    void whatOthersChangedMeanwhileIsToldAndTheTypingIsKept() {
        Document page = Jsoup.parse(usual().get("center-stale"));

        assertThat(page.getElementById("overtaken").text())
                .contains("Name: Dana Whitfield changed it")
                .contains("Saving puts your value over it");
        assertThat(page.getElementById("field-name").val())
                .isEqualTo("Harbor County Emergency Communications");
        assertThat(page.getElementById("field-fccPsapId").val()).isEqualTo("4712");
        assertThat(page.select("main input[name=version]").val()).isEqualTo("4");
    }

    @Test
    void anEmptyListSaysWhatToDoFirst() {
        World empty = new World(true, UnaryOperator.identity());
        Map<String, String> pages = Gallery.of(empty, empty.administrator(), Theme.LIGHT);

        assertThat(Jsoup.parse(pages.get("centers")).select(".empty a").attr("href"))
                .isEqualTo("/centers/new");
        assertThat(Jsoup.parse(pages.get("dashboard")).select(".first-steps h3").eachText())
                .contains("Add your center", "Add your people");
    }

    @Test
    void aForeignRecordAndAMissingOneLookTheSame() {
        String page = usual().get("error-404");

        assertThat(Jsoup.parse(page).select("main").text())
                .contains("Page not found")
                .contains("R7QKX2")
                .doesNotContain("center x");
    }

    @Test
    void aFaultOfOursShowsTheRequestAndNothingElse() {
        assertThat(usual().get("error-500")).contains("R7QKX2").doesNotContain("boom");
    }

    @Test
    void theChosenThemeIsThereBeforeTheFirstPaint() {
        for (Theme theme : Theme.values()) {
            Element html =
                    Jsoup.parse(Gallery.of(USUAL, USUAL.reader(), theme).get("dashboard"))
                            .selectFirst("html");
            assertThat(html.attr("data-theme")).isEqualTo(theme.word());
            assertThat(html.attr("data-bs-theme")).isEqualTo(theme.base());
        }
    }

    /** For looking at: {@code -Dtieline.gallery=<folder>} writes every page there. */
    @Test
    void theGalleryIsWrittenOnRequest() throws IOException {
        Optional<Path> folder =
                Optional.ofNullable(System.getProperty("tieline.gallery")).map(Path::of);
        if (folder.isEmpty()) {
            return;
        }
        World empty = new World(true, UnaryOperator.identity());
        for (Theme theme : Theme.values()) {
            write(folder.get().resolve(theme.word()), USUAL, USUAL.administrator(), theme);
        }
        write(folder.get().resolve("empty"), empty, empty.administrator(), Theme.LIGHT);
        write(folder.get().resolve("reader"), USUAL, USUAL.reader(), Theme.LIGHT);
        for (String name :
                List.of(
                        "tabler.css",
                        "htmx.js",
                        "tieline.css",
                        "print.css",
                        "theme.js",
                        "tieline.js",
                        "icon.svg")) {
            String path = Assets.ALL.path(name);
            Path file = folder.get().resolve(path.substring(1));
            Files.createDirectories(file.getParent());
            Files.write(file, Assets.ALL.find(path).orElseThrow().plain());
        }
    }

    private static void write(Path folder, World world, Caller caller, Theme theme)
            throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> page : Gallery.of(world, caller, theme).entrySet()) {
            Files.writeString(folder.resolve(page.getKey() + ".html"), page.getValue());
        }
    }
}
