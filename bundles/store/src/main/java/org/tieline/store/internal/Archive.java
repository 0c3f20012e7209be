package org.tieline.store.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tieline.store.BackupReport;

/** A backup to be restored, whose every part was checked. */
final class Archive implements AutoCloseable {
    private final ZipFile zip;
    private final Manifest manifest;
    private final String id;

    /**
     * @throws IOException if it is damaged, or not a backup; the message says which
     */
    Archive(Path file) throws IOException {
        this.zip = new ZipFile(file.toFile());
        try {
            ZipEntry entry = zip.getEntry(Manifest.NAME);
            if (entry == null) {
                throw new IOException(file + " is not a backup: it has no " + Manifest.NAME + ".");
            }
            byte[] text = zip.getInputStream(entry).readAllBytes();
            this.id = JournalHash.sha256(text);
            this.manifest = Manifest.read(new java.io.ByteArrayInputStream(text));
            List<Manifest.Entry> entries =
                    Stream.concat(
                                    manifest.schemas().stream()
                                            .flatMap(schema -> schema.tables().stream())
                                            .map(Manifest.TablePart::entry),
                                    manifest.files().stream())
                            .toList();
            for (Manifest.Entry each : entries) {
                check(each);
            }
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** Tells backups apart. */
    String id() {
        return id;
    }

    InputStream open(Manifest.Entry part) throws IOException {
        ZipEntry entry = zip.getEntry(part.name());
        if (entry == null) {
            throw new IOException("The backup is damaged: " + part.name() + " is missing.");
        }
        return zip.getInputStream(entry);
    }

    private void check(Manifest.Entry part) throws IOException {
        try (InputStream in = open(part)) {
            if (!digest(in).equals(part.sha256())) {
                throw new IOException(
                        "The backup is damaged: " + part.name() + " is not what was written.");
            }
        }
    }

    private static String digest(InputStream in) throws IOException {
        MessageDigest digest = JournalHash.sha256();
        new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Puts the files back into their folder, and reads each again to compare it with the backup.
     *
     * @throws IOException if one cannot be written, or is not what the backup holds
     */
    void restoreFiles(Path root) throws IOException {
        String prefix = Dump.FILES + "/";
        for (Manifest.Entry part : manifest.files()) {
            Path file = root.resolve(part.name().substring(prefix.length())).normalize();
            if (!part.name().startsWith(prefix) || !file.startsWith(root)) {
                throw new IOException("The backup holds a file outside of it: " + part.name());
            }
            if (!Files.isDirectory(file.getParent())) {
                Files.createDirectories(file.getParent());
            }
            try (InputStream in = open(part)) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
            try (InputStream in = Files.newInputStream(file)) {
                if (!digest(in).equals(part.sha256())) {
                    throw new IOException(file + " was restored, but does not read as it should.");
                }
            }
        }
    }

    /** Returns what is in it; every part was compared with its SHA-256 when it was opened. */
    BackupReport report(Path file) {
        long bytes =
                manifest.files().stream()
                        .map(Manifest.Entry::name)
                        .map(zip::getEntry)
                        .mapToLong(ZipEntry::getSize)
                        .sum();
        return new BackupReport(
                file,
                manifest.rows(),
                manifest.files().size(),
                bytes,
                manifest.missing().size(),
                manifest.missing().stream()
                        .limit(BackupReport.MOST)
                        .map(name -> name + " was missing when the backup was made")
                        .toList());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
