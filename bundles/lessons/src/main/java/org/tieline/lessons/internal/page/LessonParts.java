package org.tieline.lessons.internal.page;

import gg.jte.Content;
import java.util.Map;
import java.util.Optional;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.lessons.Severity;
import org.tieline.lessons.internal.record.Markdown;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.Templates;
import org.tieline.web.Tone;
import org.tieline.web.View;

/** The templates of this bundle, and what its pages share. */
public final class LessonParts {
    static final String PATH = "/lessons";
    static final String REVIEW = "/lesson-review";
    static final Link LIST = new Link("Lessons", PATH);

    private static final Templates TEMPLATES =
            Templates.of(LessonParts.class, "org.tieline.lessons.internal.templates");

    private LessonParts() {}

    static View view(String title, String template, Map<String, Object> parameters) {
        return new View(title, TEMPLATES, template + ".jte", parameters);
    }

    public static String path(String id) {
        return Lists.path("lessons", id);
    }

    /** Returns who a lesson comes from: a center by its name, or a knowledge pack. */
    public static String from(String center, Optional<String> pack, Map<String, String> names) {
        return pack.map(LessonParts::pack).orElse(names.getOrDefault(center, center));
    }

    /** The last part of a pack's symbolic name, as words. */
    private static String pack(String name) {
        String words = name.substring(name.lastIndexOf('.') + 1).replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** What somebody wrote in Markdown, made safe for a page. */
    public static Content text(String markdown) {
        String html = Markdown.html(markdown);
        return out -> out.writeContent(html);
    }

    public static Tone of(LessonState state) {
        return switch (state) {
            case DRAFT -> Tone.QUIET;
            case IN_REVIEW -> Tone.NOTICE;
            case PUBLISHED -> Tone.GOOD;
            case RETIRED -> Tone.QUIET;
        };
    }

    public static Tone of(Severity severity) {
        return switch (severity) {
            case LOW, MODERATE -> Tone.QUIET;
            case HIGH -> Tone.NOTICE;
            case CRITICAL -> Tone.BAD;
        };
    }
}
