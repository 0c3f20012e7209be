package org.tieline.lessons.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of others on a page. */
class MarkdownTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[x](javascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "![x](https://example.org/x.png)",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<style>body{display:none}</style>",
                "<iframe src=//example.org></iframe>",
                "`<script>`",
                "[x](https://example.org/\"onmouseover=alert(1))"
            })
    void nothingOfTheAuthorsRuns(String markdown) {
        String html = Markdown.html(markdown);
        assertThat(html).doesNotContain("<script", "<img", "<style", "<iframe");
        Jsoup.parseBodyFragment(html)
                .body()
                .select("*")
                .forEach(
                        element ->
                                element.attributes()
                                        .forEach(
                                                held -> {
                                                    assertThat(held.getKey()).isIn("href", "rel");
                                                    assertThat(held.getValue())
                                                            .doesNotStartWith("javascript:")
                                                            .doesNotStartWith("data:");
                                                }));
    }

    @Test
    void markupIsShownAndHeadingsStayBelowThoseOfThePage() {
        assertThat(Markdown.html("# Top\n\n- *one*\n- **two** <b>\n\n[more](https://example.org)"))
                .contains("<h3>Top</h3>", "<em>one</em>", "<strong>two</strong>", "&lt;b&gt;")
                .contains("href=\"https://example.org\"");
    }

    @Test
    void theSearchGetsWords() {
        assertThat(Markdown.text("## Radio\n\n- *one* [link](https://example.org)\n- two"))
                .contains("Radio", "one", "two")
                .doesNotContain("##", "*one*");
    }

    @Test
    void deepNestingIsBounded() {
        assertThat(Markdown.html("> ".repeat(20_000) + "x")).contains("x");
        assertThat(Markdown.html("[".repeat(40_000))).contains("[");
        assertThat(Markdown.html("*a ".repeat(10_000))).contains("a");
    }
}
