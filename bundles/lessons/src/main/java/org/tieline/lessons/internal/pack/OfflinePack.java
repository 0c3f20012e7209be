package org.tieline.lessons.internal.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import org.tieline.api.lessons.Lesson;
import org.tieline.lessons.internal.record.LessonWords;
import org.tieline.lessons.internal.record.Markdown;

/**
 * Lessons and fallback procedures as one page that needs nothing else: no server, no network. Its
 * own script finds words in it; its policy lets no other run. Written as it is made.
 */
final class OfflinePack {
    private static final String STYLE = file("pack.css");
    private static final String SCRIPT = file("pack.js");

    private final Appendable page;

    /**
     * Begins a page.
     *
     * @param center the name of the center that it is made for
     */
    OfflinePack(Appendable page, String center, LocalDate day) throws IOException {
        this.page = page;
        add("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        add("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
        add("style-src '" + hash(STYLE) + "'; script-src '" + hash(SCRIPT) + "'; ");
        add("base-uri 'none'; form-action 'none'\">\n");
        add("<title>" + escaped("Lessons and procedures, " + center) + "</title>\n");
        add("<style>" + STYLE + "</style>\n</head>\n<body>\n<header>\n");
        add("<h1>" + escaped("Lessons and procedures: " + center) + "</h1>\n");
        add("<p>As of " + day + ". What changed since is not in it.</p>\n");
        add("<label for=\"words\">Find</label>\n");
        add("<input id=\"words\" type=\"search\" autocomplete=\"off\" autofocus>\n");
        add("<p id=\"count\" role=\"status\"></p>\n</header>\n<main id=\"list\">\n");
    }

    /**
     * Adds what calls are taken with when something fails.
     *
     * @param name of what fails
     */
    void procedure(String name, String text) throws IOException {
        open("If this fails: " + name, "Fallback procedure");
        add("<div class=\"first\">" + Markdown.html(text) + "</div>\n</details></article>\n");
    }

    void lesson(Lesson lesson) throws IOException {
        var facts = lesson.facts();
        open(
                facts.title(),
                LessonWords.of(facts.about().category())
                        + ", "
                        + LessonWords.of(facts.about().severity()).toLowerCase(Locale.ROOT));
        part("What is recommended", facts.text().recommended(), true);
        part("What was learned", facts.text().learned(), false);
        part("What happened", facts.text().happened(), false);
        part("Evidence", facts.text().evidence(), false);
        String topics =
                facts.about().topics().stream()
                        .map(LessonWords::topic)
                        .collect(Collectors.joining(", "));
        add("<p class=\"about\">" + escaped(topics) + "</p>\n</details></article>\n");
    }

    /**
     * Ends the page.
     *
     * @param note what else is to be known; may be empty
     */
    void end(String note) throws IOException {
        add("</main>\n<footer><p>" + escaped(note) + "</p></footer>\n");
        add("<script>" + SCRIPT + "</script>\n</body>\n</html>\n");
    }

    private void open(String title, String about) throws IOException {
        add("<article><details><summary>" + escaped(title));
        add(" <span class=\"about\">(" + escaped(about) + ")</span></summary>\n");
    }

    private void part(String title, String markdown, boolean first) throws IOException {
        if (!markdown.isBlank()) {
            add(first ? "<section class=\"first\">" : "<section>");
            add("<h2>" + title + "</h2>" + Markdown.html(markdown) + "</section>\n");
        }
    }

    private void add(String html) throws IOException {
        page.append(html);
    }

    private static String escaped(String text) {
        return Entities.escape(text);
    }

    private static String hash(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String file(String name) {
        String path = "/org/tieline/lessons/internal/pack/" + name;
        try (InputStream in = OfflinePack.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The bundle lacks " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
