package org.tieline.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Optional;
import org.tieline.api.error.Unavailable;

/**
 * Whether a folder takes more, asked before something is written there. {@link #RESERVE} bytes stay
 * free, so that a disk that fills up is met while there is still room for what was begun, and for
 * whatever must be written so that reading goes on. Asking costs a few microseconds; any thread may
 * ask.
 */
public final class WritableFolder {
    /**
     * Bytes that stay free: the embedded database writes about 12 MiB of its log from one
     * checkpoint to the next, the search puts small pieces of its index together, and both must be
     * able to end what they began.
     */
    public static final long RESERVE = 32L << 20;

    private static final long MIB = 1L << 20;

    private final Path path;

    /**
     * @param path the folder; while it does not exist, the nearest folder above it is asked
     */
    public WritableFolder(Path path) {
        this.path = path.toAbsolutePath();
    }

    public Path path() {
        return path;
    }

    /** Returns how many bytes may still be used on its file system. */
    public long free() {
        return existing().toFile().getUsableSpace();
    }

    /** Returns why nothing may be written there now, with the reason FULL or READ_ONLY. */
    public Optional<Unavailable> hindrance() {
        return hindrance(RESERVE);
    }

    private Optional<Unavailable> hindrance(long reserve) {
        Path folder = existing();
        if (!Files.isWritable(folder)) {
            return Optional.of(
                    new Unavailable(
                            Unavailable.Reason.READ_ONLY,
                            "The folder of the data cannot be written to: it is read-only, or its"
                                    + " permissions do not allow it. Nothing was written. Once it"
                                    + " can be written to, writing goes on automatically.",
                            null));
        }
        long free = folder.toFile().getUsableSpace();
        if (free < reserve) {
            return Optional.of(
                    new Unavailable(
                            Unavailable.Reason.FULL,
                            "The disk is full: "
                                    + free / MIB
                                    + " MiB are free for the data, less than the "
                                    + RESERVE / MIB
                                    + " MiB that must stay free. Nothing was written. Make room,"
                                    + " and writing goes on automatically.",
                            null));
        }
        return Optional.empty();
    }

    /**
     * @throws Unavailable if nothing may be written there now
     */
    public void require() {
        hindrance()
                .ifPresent(
                        why -> {
                            throw why;
                        });
    }

    private Path existing() {
        Path folder = path;
        while (!Files.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }

    /**
     * Says what a failure to read or write a file here was: no space, no permission, a missing file
     * or folder, too many open files, or another failure. It names no path: whoever asked may be
     * anybody.
     *
     * @param what was to be done, as in "The file cannot be kept"
     */
    public Unavailable failed(String what, IOException failure) {
        Unavailable.Reason reason = reason(failure);
        String why =
                switch (reason) {
                    case FULL -> "the disk is full. Room must be made on it.";
                    case READ_ONLY -> "the permissions, or the file system, do not allow it.";
                    case BUSY -> "the server has too many files open. Try again later.";
                    default ->
                            failure instanceof NoSuchFileException
                                    ? "the folder of files, or a part of it, is missing."
                                    : "the file system failed. The server's log says how.";
                };
        return new Unavailable(reason, what + ": " + why, failure);
    }

    private Unavailable.Reason reason(IOException failure) {
        String said = said(failure);
        if (said.contains("No space left") || said.contains("quota exceeded")) {
            return Unavailable.Reason.FULL;
        }
        if (failure instanceof AccessDeniedException
                || said.contains("Read-only file system")
                || failure.getCause() instanceof ReadOnlyFileSystemException) {
            return Unavailable.Reason.READ_ONLY;
        }
        if (said.contains("Too many open files")) {
            return Unavailable.Reason.BUSY;
        }
        // the system's own words may be in another language
        return failure instanceof NoSuchFileException
                ? Unavailable.Reason.STORAGE
                : hindrance(MIB).map(Unavailable::reason).orElse(Unavailable.Reason.STORAGE);
    }

    private static String said(IOException failure) {
        String reason = failure instanceof FileSystemException system ? system.getReason() : null;
        return reason == null ? String.valueOf(failure.getMessage()) : reason;
    }
}
