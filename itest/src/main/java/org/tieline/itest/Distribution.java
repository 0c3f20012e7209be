package org.tieline.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The archive that the build made, unpacked once: whoever runs it writes elsewhere. */
final class Distribution {
    private static Path program;

    private Distribution() {}

    static synchronized Path unpacked() {
        if (program == null) {
            try {
                Path to = Files.createTempDirectory("tieline-program-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(to)));
                unpack(to);
                program = to;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return program;
    }

    private static void unpack(Path to) {
        try {
            Process tar =
                    new ProcessBuilder(
                                    "tar",
                                    "-xzf",
                                    archive().toString(),
                                    "--strip-components=1",
                                    "-C",
                                    to.toString())
                            .inheritIO()
                            .start();
            if (tar.waitFor() != 0) {
                throw new AssertionError("tar could not unpack " + archive());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void delete(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path archive() throws IOException {
        Path target = Path.of(System.getProperty("tieline.assembly"));
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new AssertionError(
                                            "There is no archive in " + target.toAbsolutePath()));
        }
    }
}
