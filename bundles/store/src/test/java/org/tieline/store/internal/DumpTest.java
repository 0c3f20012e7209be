package org.tieline.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.store.BackupReport;
import org.tieline.store.FileReference;
import org.tieline.store.FileReferences;

class DumpTest {
    @TempDir private Path data;

    @Test
    void aFileThatIsRemovedWhileOthersAreCopiedIsLeftOut() throws IOException {
        file("files/a/first");
        Path gone = file("files/b/gone");
        file("files/c/last");
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        List<Manifest.Entry> entries;
        try (ZipOutputStream zip = removingAtTheFirstEntry(archive, gone)) {
            entries = new FileCopy(data.resolve("files"), zip).copy(null, List.of()).entries();
        }
        assertThat(entries)
                .extracting(Manifest.Entry::name)
                .containsExactly("files/a/first", "files/c/last");
        try (ZipInputStream in =
                new ZipInputStream(new ByteArrayInputStream(archive.toByteArray()))) {
            assertThat(in.getNextEntry().getName()).isEqualTo("files/a/first");
            assertThat(in.readAllBytes()).asString().isEqualTo("files/a/first");
            assertThat(in.getNextEntry().getName()).isEqualTo("files/c/last");
            assertThat(in.getNextEntry()).isNull();
        }
    }

    @Test
    void withoutFilesThereIsNothingToCopy() throws IOException {
        ZipOutputStream zip = new ZipOutputStream(new ByteArrayOutputStream());
        assertThat(new FileCopy(data.resolve("files"), zip).copy(null, List.of()).entries())
                .isEmpty();
    }

    @Test
    void aFolderThatIsALinkIsCopiedAndEveryFileComparedWithItsRecord() throws IOException {
        Path elsewhere = Files.createDirectories(data.resolve("elsewhere/attachments/ab"));
        Files.writeString(elsewhere.resolve("good"), "good");
        Files.writeString(elsewhere.resolve("short"), "shor");
        Files.writeString(elsewhere.resolve("changed"), "chAnged");
        Files.writeString(elsewhere.resolve("unknown"), "added after the backup began");
        Files.createDirectories(elsewhere.resolve("../incoming"));
        Files.createSymbolicLink(data.resolve("elsewhere/round"), data.resolve("elsewhere"));
        Files.createSymbolicLink(data.resolve("files"), data.resolve("elsewhere"));
        file("elsewhere/other/kept");
        FileCopy copy =
                new FileCopy(
                        data.resolve("files"), new ZipOutputStream(new ByteArrayOutputStream()));
        copy.copy(null, List.of(references("good", "short", "changed", "gone")));
        BackupReport report = copy.report(data.resolve("b.zip"), 7);
        assertThat(copy.entries())
                .extracting(Manifest.Entry::name)
                .containsExactly(
                        "files/attachments/ab/good",
                        "files/attachments/ab/short",
                        "files/attachments/ab/changed",
                        "files/other/kept");
        assertThat(copy.missing()).containsExactly("files/attachments/ab/gone");
        assertThat(report.faults()).isEqualTo(3);
        assertThat(report.text())
                .contains("7 records and 4 files")
                .contains("3 files are missing or not what their records say")
                .contains("\"short\" (files/attachments/ab/short) has 4 bytes; its record says 5")
                .contains("\"changed\" (files/attachments/ab/changed) is not what was added")
                .contains("\"gone\" (files/attachments/ab/gone) is missing");
    }

    private static FileReferences references(String... names) {
        return new FileReferences() {
            @Override
            public String folder() {
                return "attachments";
            }

            @Override
            public void each(DSLContext sql, Consumer<FileReference> sink) {
                for (String name : names) {
                    sink.accept(
                            new FileReference(
                                    "attachments/ab/" + name,
                                    name.length(),
                                    JournalHash.sha256(name.getBytes(StandardCharsets.UTF_8)),
                                    name));
                }
            }
        };
    }

    private Path file(String name) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }

    private static ZipOutputStream removingAtTheFirstEntry(
            ByteArrayOutputStream archive, Path gone) {
        return new ZipOutputStream(archive) {
            @Override
            public void putNextEntry(ZipEntry entry) throws IOException {
                Files.deleteIfExists(gone);
                super.putNextEntry(entry);
            }
        };
    }
}
