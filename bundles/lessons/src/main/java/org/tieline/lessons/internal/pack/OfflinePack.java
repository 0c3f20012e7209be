package org.tieline.lessons.internal.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Entities;
import org.tieline.api.lessons.Lesson;
import org.tieline.lessons.internal.LessonWords;
import org.tieline.lessons.internal.Markdown;

/**
 * Lessons and fallback procedures as one page that needs nothing else: no server, no network. Its
 * own script finds words in it; its policy lets no other run.
 */
final class OfflinePack {
    private static final String STYLE = file("pack.css");
    private static final String SCRIPT = file("pack.js");

    /**
     * What calls are taken with when something fails.
     *
     * @param name of what fails
     */
    record Procedure(String name, String text) {}

    private OfflinePack() {}

    /**
     * @param center the name of the center that it is made for
     */
    static String html(
            String center, LocalDate day, List<Procedure> procedures, List<Lesson> lessons) {
        StringBuilder page = new StringBuilder(1 << 16);
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append(
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
                .append("style-src '")
                .append(hash(STYLE))
                .append("'; script-src '")
                .append(hash(SCRIPT))
                .append("'; base-uri 'none'; form-action 'none'\">\n<title>")
                .append(escaped("Lessons and procedures, " + center))
                .append("</title>\n<style>")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<header>\n<h1>")
                .append(escaped("Lessons and procedures: " + center))
                .append("</h1>\n<p>")
                .append(escaped("As of " + day + ". What changed since is not in it."))
                .append("</p>\n<label for=\"words\">Find</label>\n")
                .append("<input id=\"words\" type=\"search\" autocomplete=\"off\">\n")
                .append("<p id=\"count\" role=\"status\"></p>\n</header>\n<main id=\"list\">\n");
        procedures.forEach(procedure -> add(page, procedure));
        lessons.forEach(lesson -> add(page, lesson));
        return page.append("</main>\n<script>")
                .append(SCRIPT)
                .append("</script>\n</body>\n</html>\n")
                .toString();
    }

    private static void add(StringBuilder page, Procedure procedure) {
        open(page, "If this fails: " + procedure.name(), "Fallback procedure");
        page.append("<div class=\"first\">").append(Markdown.html(procedure.text()));
        page.append("</div>\n</details></article>\n");
    }

    private static void add(StringBuilder page, Lesson lesson) {
        open(
                page,
                lesson.facts().title(),
                LessonWords.of(lesson.facts().about().category())
                        + ", "
                        + LessonWords.of(lesson.facts().about().severity())
                                .toLowerCase(Locale.ROOT));
        part(page, "What is recommended", lesson.facts().text().recommended(), true);
        part(page, "What was learned", lesson.facts().text().learned(), false);
        part(page, "What happened", lesson.facts().text().happened(), false);
        part(page, "Evidence", lesson.facts().text().evidence(), false);
        page.append("<p class=\"about\">")
                .append(
                        escaped(
                                String.join(
                                        ", ",
                                        lesson.facts().about().topics().stream()
                                                .map(LessonWords::topic)
                                                .toList())))
                .append("</p>\n</details></article>\n");
    }

    private static void open(StringBuilder page, String title, String about) {
        page.append("<article><details><summary>")
                .append(escaped(title))
                .append(" <span class=\"about\">(")
                .append(escaped(about))
                .append(")</span></summary>\n");
    }

    private static void part(StringBuilder page, String title, String markdown, boolean first) {
        if (!markdown.isBlank()) {
            page.append(first ? "<section class=\"first\">" : "<section>")
                    .append("<h2>")
                    .append(title)
                    .append("</h2>")
                    .append(Markdown.html(markdown))
                    .append("</section>\n");
        }
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
