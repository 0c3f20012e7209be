package org.tieline.web.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Tabler outline icons that this bundle holds, as SVG to be put into a page. */
final class Icons {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,60}");
    private static final Pattern PATHS =
            Pattern.compile("<path (?!stroke=\"none\")[^>]*/>", Pattern.DOTALL);
    private static final String UNKNOWN = "point";
    private static final int MOST_KEPT = 500;

    private static final Map<String, String> KEPT = new ConcurrentHashMap<>();

    private Icons() {}

    static String svg(String name) {
        String kept = KEPT.get(name);
        if (kept != null) {
            return kept;
        }
        String read = read(name).or(() -> read(UNKNOWN)).orElse("");
        if (KEPT.size() < MOST_KEPT) {
            KEPT.put(name, read);
        }
        return read;
    }

    private static Optional<String> read(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream in =
                Icons.class.getResourceAsStream(
                        WebJars.ICONS + "/icons/outline/" + name + ".svg")) {
            if (in == null) {
                return Optional.empty();
            }
            return Optional.of(inline(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String inline(String file) {
        StringBuilder svg =
                new StringBuilder(
                        "<svg class=\"icon\" viewBox=\"0 0 24 24\" fill=\"none\""
                                + " stroke=\"currentColor\" stroke-width=\"1.75\""
                                + " stroke-linecap=\"round\" stroke-linejoin=\"round\""
                                + " aria-hidden=\"true\" focusable=\"false\">");
        Matcher path = PATHS.matcher(file);
        while (path.find()) {
            svg.append(path.group());
        }
        return svg.append("</svg>").toString();
    }
}
