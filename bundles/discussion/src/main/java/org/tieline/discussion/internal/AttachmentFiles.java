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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.discussion.Attachment;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Gone;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Unavailable;
import org.tieline.store.FileFolder;
import org.tieline.store.WritableFolder;

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

    /** Where files lie within the folder of files. */
    static final String FOLDER = "attachments";

    private final FileFolder files;
    private final Path root;
    private final Path scratch;
    private final WritableFolder room;

    @Activate
    public AttachmentFiles(@Reference FileFolder files) {
        this.files = files;
        root = files.path().toAbsolutePath().resolve(FOLDER);
        scratch = root.resolve("incoming");
        room = new WritableFolder(root);
    }

    /** Returns where the file of an attachment lies, relative to the folder of files. */
    static String relative(String sha256, String id) {
        return FOLDER + "/" + sha256.substring(0, 2) + "/" + sha256 + "." + id;
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
        room.require();
        try {
            if (!Files.isDirectory(scratch)) {
                Files.createDirectories(scratch);
            }
            return Files.createTempFile(scratch, PART, UNFINISHED);
        } catch (IOException e) {
            throw failed("The file cannot be kept", e);
        }
    }

    private long copy(InputStream content, Path part, MessageDigest digest, long limit)
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

    private OutputStream open(Path part) {
        try {
            return Files.newOutputStream(part);
        } catch (IOException e) {
            throw failed("The file cannot be kept", e);
        }
    }

    private void write(OutputStream out, byte[] buffer, int length) {
        room.require();
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw failed("The file cannot be kept", e);
        }
    }

    /** Puts a received file where it stays; it is on disk when this returns. */
    void keep(Received received, String id) {
        Path file = path(received.sha256(), id);
        try {
            if (!Files.isDirectory(file.getParent())) {
                Files.createDirectories(file.getParent());
            }
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
            throw failed("The file cannot be kept", e);
        }
    }

    /**
     * @throws Gone if it is missing
     */
    InputStream open(Attachment attachment) {
        Path file = path(attachment.sha256(), attachment.id());
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            LOG.error("The file {} of attachment {} is missing", file, attachment.id());
            throw new Gone(
                    "The file \""
                            + attachment.name()
                            + "\" is missing on the server. Whoever runs this installation may be"
                            + " able to bring it back from a backup.");
        } catch (IOException e) {
            throw failed("The file \"" + attachment.name() + "\" cannot be read", e);
        }
    }

    /** Tells whether the file of an attachment lies there with the size that it should have. */
    boolean isThere(Attachment attachment) {
        try {
            return Files.size(path(attachment.sha256(), attachment.id())) == attachment.size();
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns why no file can be added now. */
    Optional<Unavailable> hindrance() {
        return room.hindrance();
    }

    /** Removes a file, after the backup that may be being made. */
    void delete(String sha256, String id) {
        Path file = path(sha256, id);
        try {
            files.delete(file);
        } catch (IOException e) {
            LOG.warn("The file {} cannot be removed: {}", file, e.toString());
        }
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
            LOG.warn("The file {} cannot be removed: {}", file, e.toString());
        }
    }

    private Path path(String sha256, String id) {
        return root.resolveSibling(relative(sha256, id));
    }

    private Unavailable failed(String what, IOException e) {
        LOG.error("{}", what, e);
        return room.failed(what, e);
    }
}
