package org.tieline.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A lesson as it lies in its file: front matter and sections. */
record LessonFile(String name, Map<String, Object> head, Map<String, String> sections) {
    static LessonFile read(Path file) throws IOException {
        String name = file.getFileName().toString().replaceFirst("\\.md$", "");
        String[] parts = Files.readString(file).split("(?m)^---\n", 3);
        if (parts.length != 3 || !parts[0].isEmpty()) {
            throw new IllegalArgumentException(name + ": no front matter between two lines ---");
        }
        try {
            return new LessonFile(name, yaml().load(parts[1]), sections(parts[2]));
        } catch (YAMLException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    String text(String key) {
        return (String) head.get(key);
    }

    @SuppressWarnings("unchecked")
    List<String> words(String key) {
        return (List<String>) head.get(key);
    }

    @SuppressWarnings("unchecked")
    List<Map<String, String>> links() {
        return (List<Map<String, String>>) head.get("links");
    }

    int length() {
        return sections.values().stream().mapToInt(text -> text.strip().split("\\s+").length).sum();
    }

    @Override
    public String toString() {
        return name;
    }

    private static Map<String, String> sections(String body) {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String section : body.strip().split("(?m)^(?=## )")) {
            String[] parts = section.split("\n", 2);
            sections.put(parts[0], parts.length < 2 ? "" : parts[1].strip());
        }
        return sections;
    }

    /** Every value is text: a date stays as it was written. */
    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var dumping = new DumperOptions();
        return new Yaml(
                new SafeConstructor(options),
                new Representer(dumping),
                dumping,
                options,
                new Resolver() {
                    @Override
                    protected void addImplicitResolvers() {
                        addImplicitResolver(Tag.MERGE, MERGE, "<");
                    }
                });
    }
}
