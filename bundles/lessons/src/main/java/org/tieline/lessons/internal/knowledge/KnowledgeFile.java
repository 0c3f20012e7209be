package org.tieline.lessons.internal.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tieline.api.center.CenterKind;
import org.tieline.api.error.FieldError;
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Classification;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonLink;
import org.tieline.api.lessons.LessonSource;
import org.tieline.api.lessons.Narrative;
import org.tieline.api.lessons.Severity;
import org.tieline.core.record.EnumNames;
import org.tieline.lessons.internal.record.LessonRules;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A lesson of a knowledge pack: front matter in YAML, and sections in Markdown.
 *
 * @param key which of the pack's lessons
 * @param reviewed when somebody last read it against its sources
 */
record KnowledgeFile(String key, LessonDraft draft, Optional<LocalDate> reviewed) {
    private static final Pattern FRONT =
            Pattern.compile("\\A\ufeff?---[ \\t]*\\R(.*?\\R)---[ \\t]*(?:\\R|\\z)", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,40}");
    private static final int MAX_KEY = 120;
    private static final int MOST_NESTED = 10;
    private static final String HAPPENED = "What happened";
    private static final String LEARNED = "What was learned";
    private static final String RECOMMENDED = "What is recommended";
    private static final String EVIDENCE = "Evidence";
    private static final List<String> SECTIONS = List.of(HAPPENED, LEARNED, RECOMMENDED, EVIDENCE);
    private static final Set<String> KEYS =
            Set.of(
                    "key",
                    "title",
                    "category",
                    "topics",
                    "factors",
                    "services",
                    "kinds",
                    "systems",
                    "vendors",
                    "severity",
                    "source",
                    "happened",
                    "reviewed",
                    "author",
                    "links");

    /** What is wrong with a file, in words for whoever wrote it. */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        Fault(String message) {
            super(message);
        }
    }

    static KnowledgeFile read(String text) throws Fault {
        Matcher front = FRONT.matcher(text);
        if (!front.find()) {
            throw new Fault("must begin with front matter between two lines that hold only ---");
        }
        Head head = new Head(yaml(front.group(1)));
        Map<String, String> sections = sections(text.substring(front.end()));
        KnowledgeFile file =
                new KnowledgeFile(head.key(), draft(head, sections), head.day("reviewed"));
        head.refuseFaults();
        return file;
    }

    private static LessonDraft draft(Head head, Map<String, String> sections) throws Fault {
        LessonDraft draft =
                new LessonDraft(
                        head.text("title").orElse(""),
                        new Narrative(
                                sections.getOrDefault(HAPPENED, ""),
                                sections.getOrDefault(LEARNED, ""),
                                sections.getOrDefault(RECOMMENDED, ""),
                                sections.getOrDefault(EVIDENCE, "")),
                        new Classification(
                                head.one("category", Category.class, Category.PROCESS),
                                head.one("severity", Severity.class, Severity.MODERATE),
                                head.one("source", LessonSource.class, LessonSource.INCIDENT),
                                head.words("topics"),
                                head.words("factors"),
                                head.words("services"),
                                head.kinds(),
                                head.words("systems"),
                                head.words("vendors")),
                        head.text("happened"),
                        Optional.empty(),
                        head.text("author"),
                        head.links(),
                        Audience.EVERYBODY,
                        Set.of());
        LessonRules.check("", draft).forEach(head::fault);
        return draft;
    }

    private static Map<?, ?> yaml(String text) throws Fault {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(1);
        options.setNestingDepthLimit(MOST_NESTED);
        DumperOptions dumping = new DumperOptions();
        try {
            Object read =
                    new Yaml(
                                    new SafeConstructor(options),
                                    new Representer(dumping),
                                    dumping,
                                    options,
                                    new OnlyText())
                            .load(text);
            if (read instanceof Map<?, ?> map) {
                return map;
            }
            throw new Fault("must hold lines such as \"title: ...\" in its front matter");
        } catch (YAMLException e) {
            throw new Fault("has front matter that is no YAML: " + e.getMessage());
        }
    }

    /** Every value is text: a date stays as it was written. */
    private static final class OnlyText extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.MERGE, MERGE, "<");
        }
    }

    private static Map<String, String> sections(String body) throws Fault {
        Map<String, String> sections = new HashMap<>();
        for (String section : body.strip().split("(?m)^(?=## )")) {
            if (section.isBlank()) {
                continue;
            }
            String[] parts = section.split("\\R", 2);
            String name = parts[0].replaceFirst("^## +", "").strip();
            if (!section.startsWith("## ") || !SECTIONS.contains(name)) {
                throw new Fault(
                        "must have no text but the sections ## "
                                + String.join(", ## ", SECTIONS)
                                + "; it has \""
                                + cut(parts[0])
                                + "\"");
            }
            if (sections.put(name, parts.length < 2 ? "" : parts[1].strip()) != null) {
                throw new Fault("has the section \"" + name + "\" twice");
            }
        }
        return sections;
    }

    private static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }

    /** The front matter, and all that is wrong with it. */
    private static final class Head {
        private final Map<?, ?> values;
        private final List<String> faults = new ArrayList<>();

        Head(Map<?, ?> values) {
            this.values = values;
            values.keySet().stream()
                    .filter(key -> !KEYS.contains(key))
                    .forEach(key -> faults.add("\"" + cut(String.valueOf(key)) + "\" is no key"));
        }

        void fault(FieldError error) {
            faults.add(error.field() + " " + error.message());
        }

        void refuseFaults() throws Fault {
            if (!faults.isEmpty()) {
                throw new Fault(String.join("; ", faults));
            }
        }

        String key() {
            String key = text("key").orElse("");
            if (!KEY.matcher(key).matches() || key.length() > MAX_KEY) {
                faults.add("key must be lower-case letters, digits and hyphens");
            }
            return key;
        }

        Optional<String> text(String key) {
            Object value = values.get(key);
            if (value != null && !(value instanceof String)) {
                faults.add(key + " must be one text");
                return Optional.empty();
            }
            return Optional.ofNullable((String) value)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
        }

        List<String> words(String key) {
            Object value = values.get(key);
            if (value == null || value.equals("")) {
                return List.of();
            }
            if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
                return list.stream().map(word -> ((String) word).strip()).toList();
            }
            faults.add(key + " must be a list of words such as [radio, location]");
            return List.of();
        }

        <E extends Enum<E>> E one(String key, Class<E> type, E otherwise) {
            Optional<String> word = text(key);
            if (word.isEmpty()) {
                faults.add(key + " is missing");
                return otherwise;
            }
            try {
                return EnumNames.parse(type, word.get());
            } catch (IllegalArgumentException e) {
                faults.add(key + " must be one of " + all(type));
                return otherwise;
            }
        }

        private static <E extends Enum<E>> String all(Class<E> type) {
            List<String> names = new ArrayList<>();
            for (E one : type.getEnumConstants()) {
                names.add(EnumNames.of(one));
            }
            return String.join(", ", names);
        }

        Set<CenterKind> kinds() {
            Set<CenterKind> kinds = new HashSet<>();
            for (String word : words("kinds")) {
                try {
                    kinds.add(EnumNames.parse(CenterKind.class, word));
                } catch (IllegalArgumentException e) {
                    faults.add("kinds must be among " + all(CenterKind.class));
                }
            }
            return kinds;
        }

        Optional<LocalDate> day(String key) {
            try {
                return text(key).map(LocalDate::parse);
            } catch (DateTimeException e) {
                faults.add(key + " must be a day such as 2026-11-22");
                return Optional.empty();
            }
        }

        List<LessonLink> links() {
            List<LessonLink> links = new ArrayList<>();
            Object value = values.get("links");
            if (value instanceof List<?> list) {
                for (Object entry : list) {
                    if (entry instanceof Map<?, ?> link
                            && link.get("title") instanceof String title
                            && link.get("url") instanceof String url) {
                        links.add(new LessonLink(title.strip(), url.strip()));
                    } else {
                        faults.add("links must be entries such as {title: ..., url: https://...}");
                    }
                }
            } else if (value != null && !value.equals("")) {
                faults.add("links must be a list");
            }
            return links;
        }
    }
}
