package org.tieline.store.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.store.BackupReport;
import org.tieline.store.FileReference;
import org.tieline.store.FileReferences;

/**
 * Copies files into a backup: those that records refer to, each compared with its record, and what
 * else lies in the folder but for the folders that records speak for. Links are followed.
 */
final class FileCopy {
    /** What is being received lies in folders of this name and belongs to nothing yet. */
    static final String INCOMING = "incoming";

    private static final Logger LOG = LoggerFactory.getLogger(FileCopy.class);

    private final Path root;
    private final ZipOutputStream zip;
    private final List<Manifest.Entry> entries = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> examples = new ArrayList<>();
    private long bytes;
    private long faults;

    FileCopy(Path root, ZipOutputStream zip) {
        this.root = root;
        this.zip = zip;
    }

    /**
     * @param sql what the records were at the moment of the backup
     */
    FileCopy copy(DSLContext sql, Collection<FileReferences> known) throws IOException {
        try {
            for (FileReferences references : known) {
                references.each(sql, this::copy);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Set<Path> compared =
                known.stream()
                        .map(references -> root.resolve(references.folder()))
                        .collect(Collectors.toSet());
        for (Path file : others(compared)) {
            String path = root.relativize(file).toString().replace('\\', '/');
            if (!add(path)) {
                LOG.debug("{} was removed before it could be copied", file);
            }
        }
        return this;
    }

    List<Manifest.Entry> entries() {
        return entries;
    }

    /** The names of the files that records refer to, and that are not there. */
    List<String> missing() {
        return missing;
    }

    BackupReport report(Path file, long records) {
        return new BackupReport(file, records, entries.size(), bytes, faults, examples);
    }

    private void copy(FileReference wanted) {
        long before = bytes;
        try {
            if (!add(wanted.path())) {
                missing.add(name(wanted.path()));
                fault(wanted, "is missing");
                return;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The file " + wanted.path() + " cannot be copied: " + e.getMessage(), e);
        }
        Manifest.Entry added = entries.get(entries.size() - 1);
        if (bytes - before != wanted.size()) {
            fault(
                    wanted,
                    "has "
                            + (bytes - before)
                            + " bytes; its record says "
                            + wanted.size()
                            + " bytes");
        } else if (!added.sha256().equals(wanted.sha256())) {
            fault(wanted, "is not what was added: its SHA-256 is " + added.sha256());
        }
    }

    private void fault(FileReference wanted, String what) {
        faults++;
        String sentence = "\"" + wanted.name() + "\" (" + name(wanted.path()) + ") " + what;
        LOG.warn("Backup: {}", sentence);
        if (examples.size() < BackupReport.MOST) {
            examples.add(sentence);
        }
    }

    private static String name(String path) {
        return Dump.FILES + "/" + path;
    }

    /** Returns false if it is not there. */
    private boolean add(String path) throws IOException {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root)) {
            throw new IOException(path + " leads out of the folder of files.");
        }
        DigestInputStream in;
        try {
            InputStream opened = Files.newInputStream(file);
            in = new DigestInputStream(opened, JournalHash.sha256());
        } catch (NoSuchFileException e) {
            return false;
        }
        try (in) {
            zip.putNextEntry(new ZipEntry(name(path)));
            bytes += in.transferTo(new Kept(zip));
            zip.closeEntry();
        }
        entries.add(
                new Manifest.Entry(
                        name(path), HexFormat.of().formatHex(in.getMessageDigest().digest())));
        return true;
    }

    private Set<Path> others(Set<Path> compared) throws IOException {
        TreeSet<Path> found = new TreeSet<>();
        if (!Files.isDirectory(root)) {
            return found;
        }
        Files.walkFileTree(
                root,
                EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                Integer.MAX_VALUE,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        return compared.contains(folder)
                                        || folder.getFileName().toString().equals(INCOMING)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure)
                            throws IOException {
                        if (failure instanceof FileSystemLoopException) {
                            LOG.warn("{} is a link to a folder above it; it is passed over", file);
                        } else if (!(failure instanceof NoSuchFileException)) {
                            throw failure;
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return found;
    }

    /** The archive stays open behind what is copied into it. */
    private static final class Kept extends java.io.FilterOutputStream {
        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] some, int offset, int length) throws IOException {
            out.write(some, offset, length);
        }
    }
}
