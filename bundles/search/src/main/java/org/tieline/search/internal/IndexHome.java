package org.tieline.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The directory of the indexes: the one in use, which a file names, and one that is being made. */
final class IndexHome {
    private static final String CURRENT = "current";

    private final Path root;

    IndexHome(Path root) {
        this.root = root;
    }

    /** Returns the folder of all indexes. */
    Path root() {
        return root;
    }

    /** Returns where the index in use lies, if there is one. */
    Optional<Path> current() {
        try {
            Path named = root.resolve(Files.readString(root.resolve(CURRENT)).strip());
            return named.getParent().equals(root) && Files.isDirectory(named)
                    ? Optional.of(named)
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    Path fresh() {
        return root.resolve("index-" + UUID.randomUUID());
    }

    /** Puts another index in the place of the one in use: either this happens or it does not. */
    void use(Path index) {
        try {
            Files.createDirectories(root);
            Path next = root.resolve(CURRENT + ".new");
            Files.write(next, index.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            Files.move(
                    next,
                    root.resolve(CURRENT),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what is left of other indexes. */
    void deleteAllBut(Set<Path> kept) {
        try (Stream<Path> all = Files.exists(root) ? Files.list(root) : Stream.empty()) {
            all.filter(path -> Files.isDirectory(path) && !kept.contains(path))
                    .forEach(IndexHome::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // it is tried again at the next start
        }
    }
}
