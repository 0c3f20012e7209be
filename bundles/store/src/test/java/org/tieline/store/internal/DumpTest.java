package org.tieline.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            entries = Dump.files(data, zip);
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
        assertThat(Dump.files(data, new ZipOutputStream(new ByteArrayOutputStream()))).isEmpty();
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
