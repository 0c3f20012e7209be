package org.tieline.lessons.internal.record;

import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;

/** What people write in Markdown, for pages and for the search. */
public final class Markdown {
    private static final int MOST_NESTED = 50;
    private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(MOST_NESTED).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder()
                    .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
                    .build();

    /** No pictures: they would be fetched from elsewhere. No headings above the page's own. */
    private static final Safelist ALLOWED =
            new Safelist()
                    .addTags(
                            "p",
                            "br",
                            "strong",
                            "em",
                            "code",
                            "pre",
                            "blockquote",
                            "ul",
                            "ol",
                            "li",
                            "a",
                            "h3",
                            "h4",
                            "h5",
                            "h6",
                            "hr")
                    .addAttributes("a", "href")
                    .addAttributes("ol", "start")
                    .addProtocols("a", "href", "https", "http", "mailto")
                    .addEnforcedAttribute("a", "rel", "noopener noreferrer");

    private static final List<String> HEADINGS = List.of("h1", "h2", "h3", "h4", "h5", "h6");

    private Markdown() {}

    /** Returns clean HTML; the author's own markup is text in it. */
    public static String html(String markdown) {
        Document page = Jsoup.parseBodyFragment(HTML.render(PARSER.parse(markdown)));
        for (int level = HEADINGS.size() - 1; level >= 0; level--) {
            String lower = HEADINGS.get(Math.min(level + 2, HEADINGS.size() - 1));
            page.select(HEADINGS.get(level)).tagName(lower);
        }
        return Jsoup.clean(
                page.body().html(), "", ALLOWED, new Document.OutputSettings().prettyPrint(false));
    }

    /** Returns the words without the markup. */
    public static String text(String markdown) {
        return TEXT.render(PARSER.parse(markdown)).strip();
    }
}
