package org.tieline.lessons.internal.imports;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tieline.api.RecordRef;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;

/**
 * Files between their upload and their import: on this machine's disk, each person's apart, for at
 * most a day.
 */
@Component(service = ImportFiles.class)
public final class ImportFiles {
    /** How much one file may hold. */
    public static final long MAX_BYTES = 250L << 20;

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MAX_FILES = 100;
    private static final int MAX_NAME = 100;

    private final Path root;

    @Activate
    public ImportFiles(BundleContext bundle) throws IOException {
        File area = bundle.getDataFile("imports");
        root = area == null ? Files.createTempDirectory("tieline-imports") : area.toPath();
        Files.createDirectories(root);
        removeOld();
    }

    public static String fresh() {
        return UUID.randomUUID().toString();
    }

    public void save(String person, String upload, String name, InputStream content) {
        Path folder = folder(person, upload);
        try {
            removeOld();
            Files.createDirectories(folder);
            if (files(person, upload).size() >= MAX_FILES) {
                throw new Invalid(
                        new FieldError("file", "must be at most " + MAX_FILES + " at a time"));
            }
            Path part = Files.createTempFile(root, "part", ".tmp");
            Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, folder.resolve(safe(name)), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String safe(String name) {
        String kept = name.replaceAll("[^\\w. -]", "_").replaceFirst("^[.]+", "_");
        String cut = kept.substring(0, Math.min(MAX_NAME, kept.length())).strip();
        return cut.isEmpty() ? "file.csv" : cut;
    }

    /** Returns the files of an upload by name; none if there is no such upload. */
    public Map<String, Path> files(String person, String upload) {
        Map<String, Path> files = new LinkedHashMap<>();
        list(folder(person, upload))
                .forEach(file -> files.put(file.getFileName().toString(), file));
        return files;
    }

    public void delete(String person, String upload) {
        delete(folder(person, upload));
    }

    private Path folder(String person, String upload) {
        try {
            return root.resolve(
                    UUID.nameUUIDFromBytes(person.getBytes(StandardCharsets.UTF_8))
                            + "."
                            + UUID.fromString(upload));
        } catch (IllegalArgumentException e) {
            throw new NotFound(new RecordRef("upload", "of this name"));
        }
    }

    private void removeOld() throws IOException {
        Instant old = Instant.now().minus(KEPT);
        for (Path folder : list(root)) {
            if (Files.getLastModifiedTime(folder).toInstant().isBefore(old)) {
                delete(folder);
            }
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted(Comparator.comparing(Path::getFileName)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        List<Path> all = new ArrayList<>(list(folder));
        all.add(folder);
        try {
            for (Path path : all) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
