package org.tieline.core.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of the fields that the code of a bundle writes into the journal. */
public final class WrittenFields {
    private static final Pattern WRITTEN =
            Pattern.compile("(?:\\.with|new FieldChange)\\(\\s*\"([A-Za-z0-9.]+)\"");

    private WrittenFields() {}

    /** Returns those of the bundle under test. */
    public static Set<String> ofThisBundle() {
        Set<String> fields = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Matcher written = WRITTEN.matcher(Files.readString(file));
                while (written.find()) {
                    fields.add(written.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fields;
    }
}
