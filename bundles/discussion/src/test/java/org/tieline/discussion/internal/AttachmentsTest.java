package org.tieline.discussion.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.discussion.Attachment;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Gone;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Unavailable;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.store.FileFolder;
import org.tieline.store.Ids;

class AttachmentsTest extends TalkTest {
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PROGRAM = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0};

    @TempDir Path data;

    AttachmentsTest(Engine engine) {
        super(engine);
    }

    private AttachmentFiles kept() {
        return new AttachmentFiles(
                new FileFolder() {
                    @Override
                    public Path path() {
                        return data.resolve("files");
                    }

                    @Override
                    public void delete(Path file) throws IOException {
                        Files.deleteIfExists(file);
                    }
                });
    }

    private SqlAttachments attachments() {
        return attachments(1 << 20);
    }

    private SqlAttachments attachments(long limit) {
        return new SqlAttachments(
                store,
                records,
                kept(),
                new AttachmentSettings(
                        limit,
                        "application/pdf, application/zip, text/plain, text/csv, image/png,"
                                + " application/vnd.openxmlformats-officedocument"
                                + ".wordprocessingml.document"));
    }

    private Attachment add(Caller caller, String name, byte[] content) throws IOException {
        return attachments().add(caller, radio, name, new ByteArrayInputStream(content));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aFileIsKeptAsItIsUnderItsHashWhereBackupsFindIt() throws IOException {
        Attachment added = add(as(pat), "C:\\Users\\pat\\plan.pdf", PDF);
        assertThat(added.name()).isEqualTo("plan.pdf");
        assertThat(added.type()).isEqualTo("application/pdf");
        assertThat(added.size()).isEqualTo(PDF.length);
        assertThat(files())
                .singleElement()
                .satisfies(
                        file -> {
                            assertThat(file).startsWith(data.resolve("files/attachments"));
                            assertThat(file.getFileName().toString()).startsWith(added.sha256());
                        });
        try (InputStream content = attachments().open(as(sam), added.id())) {
            assertThat(content.readAllBytes()).isEqualTo(PDF);
        }
        assertThat(attachments().list(as(sam), radio, PageRequest.FIRST).items())
                .containsExactly(added);
        assertThat(platform.journal(center, added.id()))
                .singleElement()
                .asString()
                .contains("plan.pdf")
                .contains(added.sha256());
    }

    @Test
    void aFileIsWhatItsContentIsNotWhatItsNameSays() throws IOException {
        assertThatThrownBy(() -> add(as(pat), "plan.pdf", PROGRAM))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("is a program");
        assertThat(add(as(pat), "list", "a plain text".getBytes(StandardCharsets.UTF_8)).type())
                .isEqualTo("text/plain");
        assertThat(files()).hasSize(1);
    }

    @Test
    void aNameTellsWhichOfSeveralAnArchiveIs() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(add(as(pat), "plan.docx", bytes.toByteArray()).type())
                .endsWith("wordprocessingml.document");
        assertThatThrownBy(() -> add(as(pat), "plan.docm", bytes.toByteArray()))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void whatIsEmptyTooLargeOrHasNoNameIsRefusedAndLeavesNothing() throws IOException {
        SqlAttachments small = attachments(2_000);
        assertThatThrownBy(
                        () ->
                                small.add(
                                        as(pat),
                                        radio,
                                        "a.txt",
                                        new ByteArrayInputStream(new byte[2_001])))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("2.0 KB");
        assertThatThrownBy(() -> add(as(pat), "a.txt", new byte[0])).isInstanceOf(Invalid.class);
        for (String bad : List.of("", "/", "a\nb.txt", "x".repeat(201))) {
            assertThatThrownBy(() -> add(as(pat), bad, PDF)).isInstanceOf(Invalid.class);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void othersNeitherSeeNorAddNorRemove() throws IOException {
        Attachment added = add(as(pat), "plan.pdf", PDF);
        assertThatThrownBy(() -> attachments().open(stranger, added.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> attachments().list(stranger, radio, PageRequest.FIRST))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> add(stranger, "plan.pdf", PDF)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> add(as(sam), "plan.pdf", PDF)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> attachments().remove(as(sam), added.id()))
                .isInstanceOf(Forbidden.class);
        assertThat(files()).hasSize(1);
    }

    @Test
    void whatIsRemovedIsGoneAndItsTwinStays() throws IOException {
        Attachment mine = add(as(pat), "plan.pdf", PDF);
        Attachment twin = add(manager, "same.pdf", PDF);
        assertThatThrownBy(() -> attachments().remove(as(pat), twin.id()))
                .isInstanceOf(Forbidden.class);
        attachments().remove(as(pat), mine.id());
        assertThatThrownBy(() -> attachments().get(manager, mine.id()))
                .isInstanceOf(NotFound.class);
        assertThat(attachments().list(as(sam), radio, PageRequest.FIRST).items())
                .containsExactly(twin);
        try (InputStream content = attachments().open(as(sam), twin.id())) {
            assertThat(content.readAllBytes()).isEqualTo(PDF);
        }
        assertThat(files()).hasSize(1);
    }

    private static final Instant LATER = Instant.now().plus(Duration.ofHours(1));

    private Path left(String folder, String name) throws IOException {
        Path file = data.resolve(folder).resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, PDF);
    }

    private Path orphan() throws IOException {
        return left("files/attachments/aa", "a".repeat(64) + "." + Ids.next());
    }

    @Test
    void whatACrashLeftWithoutARecordIsRemovedWhenItIsADayOld() throws IOException {
        Attachment added = add(as(pat), "plan.pdf", PDF);
        Attachment removed = add(as(pat), "gone.pdf", PDF);
        Path again =
                files().stream()
                        .filter(file -> file.toString().endsWith(removed.id()))
                        .findFirst()
                        .orElseThrow();
        attachments().remove(as(pat), removed.id());
        Files.write(again, PDF);
        Path orphan = orphan();
        Path part = left("files/attachments/incoming", "attachment-1.part");
        Path foreign = left("files/attachments", "README");
        AttachmentFiles kept = kept();
        AttachmentUpkeep.tidy(store, kept, Instant.now().minus(Duration.ofDays(1)));
        assertThat(files()).contains(again, orphan, part, foreign).hasSize(5);
        AttachmentUpkeep.tidy(store, kept, LATER);
        assertThat(files()).contains(foreign).hasSize(2);
        try (InputStream content = attachments().open(as(sam), added.id())) {
            assertThat(content.readAllBytes()).isEqualTo(PDF);
        }
    }

    @Test
    void whereNoAttachmentIsKnownAtAllFilesBelongToAnotherDatabaseAndStay() throws IOException {
        store.write(Platform.ROOT, tx -> tx.sql().execute("delete from discussion.attachment"));
        Path orphan = orphan();
        AttachmentUpkeep.tidy(store, kept(), LATER);
        assertThat(orphan).exists();
    }

    @Test
    void aFileThatIsMissingIsSaidToBeMissingAndHealthSeesIt() throws IOException {
        Attachment added = add(as(pat), "plan.pdf", PDF);
        AttachmentHealth health = new AttachmentHealth(store, kept());
        health.look();
        assertThat(health.execute().getStatus()).isEqualTo(Result.Status.OK);
        Path file = files().get(0);
        Files.delete(file);
        assertThatThrownBy(() -> attachments().open(as(sam), added.id()))
                .isInstanceOf(Gone.class)
                .hasMessageContaining("\"plan.pdf\" is missing");
        health.look();
        assertThat(health.execute().getStatus()).isEqualTo(Result.Status.WARN);
        Files.write(file, PDF);
        health.look();
        assertThat(health.execute().getStatus()).isEqualTo(Result.Status.OK);
    }

    @Test
    void whereTheFolderCannotBeUsedItIsSaidWhy() throws IOException {
        Files.createDirectories(data.resolve("files"));
        Files.writeString(data.resolve("files/attachments"), "a file in its place");
        assertThatThrownBy(() -> add(as(pat), "plan.pdf", PDF))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        why -> assertThat(why.reason()).isNotEqualTo(Unavailable.Reason.FULL));
    }

    @Test
    void aFolderThatIsALinkIsUsedAsIfItWereOne() throws IOException {
        Path elsewhere = Files.createDirectories(data.resolve("elsewhere"));
        Files.createSymbolicLink(data.resolve("files"), elsewhere);
        Attachment added = add(as(pat), "plan.pdf", PDF);
        assertThat(elsewhere.resolve(AttachmentFiles.relative(added.sha256(), added.id())))
                .hasBinaryContent(PDF);
    }

    @Test
    void sizesReadAsPeopleSayThem() {
        assertThat(Sizes.of(1)).isEqualTo("1 byte");
        assertThat(Sizes.of(1_536)).isEqualTo("1.5 KB");
        assertThat(Sizes.of(25L << 20)).isEqualTo("25 MB");
    }
}
