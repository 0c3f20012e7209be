package org.tieline.discussion.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.discussion.Attachment;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Unavailable;

/**
 * The content of attachments, below {@code files} of the data, which backups take along. A file is
 * named by its hash and the attachment's id, so that it can be checked and no two share one.
 */
@Component(service = AttachmentFiles.class)
public final class AttachmentFiles {
    private static final Logger LOG = LoggerFactory.getLogger(AttachmentFiles.class);

    /** A hash and an id. */
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}\\.([0-9a-f-]{36})");

    private static final String PART = "attachment-";
    private static final String UNFINISHED = ".part";

    private final Path root;
    private final Path scratch;

    @Activate
    public AttachmentFiles(BundleContext context) {
        this(Path.of(Optional.ofNullable(context.getProperty("tieline.data")).orElse("data")));
    }

    AttachmentFiles(Path data) {
        root = data.toAbsolutePath().resolve("files").resolve("attachments");
        scratch = data.toAbsolutePath().resolve("tmp");
    }

    /** A file that was received and belongs to nothing yet. */
    record Received(Path path, long size, String sha256) {}

    /**
     * Receives a file.
     *
     * @throws Invalid if it is empty or too large
     * @throws IOException if it cannot be read
     */
    Received receive(InputStream content, long limit) throws IOException {
        Path part = fresh();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = copy(content, part, digest, limit);
            if (size == 0) {
                throw new Invalid(new FieldError("file", "must not be empty"));
            }
            return new Received(part, size, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException | RuntimeException e) {
            discard(part);
            throw e;
        }
    }

    private Path fresh() {
        try {
            Files.createDirectories(scratch);
            return Files.createTempFile(scratch, PART, UNFINISHED);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private static long copy(InputStream content, Path part, MessageDigest digest, long limit)
            throws IOException {
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = open(part)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new Invalid(new FieldError("file", tooLarge(limit)));
                }
                digest.update(buffer, 0, read);
                write(out, buffer, read);
            }
        }
        return size;
    }

    static String tooLarge(long limit) {
        return "must have at most " + Sizes.of(limit);
    }

    private static OutputStream open(Path part) {
        try {
            return Files.newOutputStream(part);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** Puts a received file where it stays; it is on disk when this returns. */
    void keep(Received received, String id) {
        Path file = path(received.sha256(), id);
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel written =
                    FileChannel.open(received.path(), StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(received.path(), file, StandardCopyOption.ATOMIC_MOVE);
            for (Path folder : List.of(file.getParent(), root)) {
                try (FileChannel changed = FileChannel.open(folder, StandardOpenOption.READ)) {
                    changed.force(true);
                }
            }
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    InputStream open(Attachment attachment) {
        try {
            return Files.newInputStream(path(attachment.sha256(), attachment.id()));
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    void delete(String sha256, String id) {
        discard(path(sha256, id));
    }

    /** A file that lies there, by the id of the attachment that it belongs to. */
    record Kept(Path path, String id) {}

    /** Hands over the files that were written before a time, some at once. */
    void older(Instant before, int some, Consumer<List<Kept>> sink) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        List<Kept> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Matcher name = NAME.matcher(path.getFileName().toString());
                if (name.matches() && isOlder(path, before)) {
                    found.add(new Kept(path, name.group(1)));
                }
                if (found.size() == some) {
                    sink.accept(List.copyOf(found));
                    found.clear();
                }
            }
        }
        sink.accept(found);
    }

    private static boolean isOlder(Path path, Instant before) throws IOException {
        try {
            return Files.isRegularFile(path)
                    && Files.getLastModifiedTime(path).toInstant().isBefore(before);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    void remove(Kept file) {
        LOG.warn("The file {} belongs to no attachment and is removed", file.path());
        discard(file.path());
    }

    /** Removes what was received before a time and never kept. */
    void tidy(Instant before) throws IOException {
        if (!Files.isDirectory(scratch)) {
            return;
        }
        try (DirectoryStream<Path> parts =
                Files.newDirectoryStream(scratch, PART + "*" + UNFINISHED)) {
            for (Path part : parts) {
                if (isOlder(part, before)) {
                    discard(part);
                }
            }
        }
    }

    /** Removes a file that is of no use any more; one that stays does no harm. */
    void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The file {} cannot be removed: {}", file, e.getMessage());
        }
    }

    private Path path(String sha256, String id) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256 + "." + id);
    }

    private static Unavailable unavailable(IOException e) {
        LOG.error("The folder of attachments cannot be used", e);
        return new Unavailable(
                Unavailable.Reason.FULL,
                "The file cannot be kept or read at the moment: the server's folder of attachments"
                        + " is full or cannot be used. Try again later.",
                e);
    }
}
