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
        MessageDigest digest = JournalHash.sha256();
        try (InputStream in = new DigestInputStream(open(part), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
            throw new IOException(
                    "The backup is damaged: " + part.name() + " is not what was written.");
        }
    }

    /** Puts the attachments back under the data directory. */
    void restoreFiles(Path data) throws IOException {
        Path root = data.resolve(Dump.FILES).normalize();
        for (Manifest.Entry part : manifest.files()) {
            Path file = data.resolve(part.name()).normalize();
            if (!file.startsWith(root)) {
                throw new IOException("The backup holds a file outside of it: " + part.name());
            }
            Files.createDirectories(file.getParent());
            try (InputStream in = open(part)) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
