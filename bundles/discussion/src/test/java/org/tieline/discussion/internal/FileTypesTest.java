package org.tieline.discussion.internal;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.api.error.Invalid;

class FileTypesTest {
    private static final AttachmentSettings USUAL = new AttachmentSettings(1 << 20, usual());

    @TempDir Path folder;

    private static String usual() {
        try {
            return (String) AttachmentConfig.class.getMethod("attachment_types").getDefaultValue();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private String type(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("received"), content);
        return FileTypes.of(file, FileNames.clean(name), USUAL::allows);
    }

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes + "00".repeat(64));
    }

    private static byte[] zip(String... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("<Types/>".getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void refused(String name, byte[] content, String why) {
        assertThatThrownBy(() -> type(name, content))
                .as(name)
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(why);
    }

    @Test
    void mailWithPicturesInItIsMail() throws IOException {
        String mail =
                "MIME-Version: 1.0\nSubject: Planned maintenance\nFrom: NOC <noc@example.org>\n"
                        + "Content-Type: multipart/related; boundary=\"b1\"\n\n--b1\n"
                        + "Content-Type: text/html\n\n<p>Planned work</p>\n--b1--\n";
        assertThat(type("maintenance.eml", mail.getBytes(UTF_8))).isEqualTo("message/rfc822");
        assertThat(type("mail.txt", mail.getBytes(UTF_8))).isEqualTo("text/plain");
    }

    @Test
    void aNetworkCaptureOfEitherFormatIsTaken() throws IOException {
        byte[] pcapng = hex("0a0d0d0a1c0000004d3c2b1a01000000ffffffffffffffff1c000000");
        assertThat(type("sip trace.pcapng", pcapng)).isEqualTo("application/x-pcapng");
        assertThat(type("trace.pcap", hex("d4c3b2a1020004000000000000000000ffff000001000000")))
                .isEqualTo("application/vnd.tcpdump.pcap");
        refused("trace.pdf", pcapng, "Rename it");
    }

    @ParameterizedTest
    @CsvSource({
        "note.txt, text/plain",
        "runbook.md, text/x-web-markdown",
        "page.log, text/x-log",
        "router.running-config, text/plain",
        "README, text/plain",
        "steps.yaml, text/plain",
        "export.csv, text/csv",
        "sites.kml, application/xml"
    })
    void aTextIsATextWhateverItMentions(String name, String type) throws IOException {
        String text = "# Notes\n<html>, <!DOCTYPE html> and <script>alert(1)</script> are words.\n";
        assertThat(type(name, text.getBytes(UTF_8))).isEqualTo(type);
    }

    @Test
    void aTextMayBeInAnyUsualEncoding() throws IOException {
        String text = "Caf\u00e9 calls 9-1-1 \u001b[31mred\u001b[0m\r\n\f";
        assertThat(type("a.txt", text.getBytes(UTF_8))).isEqualTo("text/plain");
        assertThat(type("a.txt", text.getBytes(Charset.forName("windows-1252"))))
                .isEqualTo("text/plain");
        assertThat(type("a.txt", ("\ufeff" + text).getBytes(UTF_16LE))).isEqualTo("text/plain");
        assertThat(type("a.txt", "MZ-15 is a radio".getBytes(UTF_8))).isEqualTo("text/plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.hta",
                "x.lnk",
                "x.url",
                "x.ps1",
                "x.reg",
                "x.scr",
                "x.HTA",
                "invoice.pdf.exe",
                "invoice.pdf .exe",
                "x.exe.",
                "x.exe ",
                "x.exe\u00a0",
                "x.docm",
                "x.xlsm",
                "x.jar",
                "x.js",
                "x.vbs",
                "x.cmd",
                "x.sh",
                "x.py",
                ".hta",
                "C:\\temp\\x.bat"
            })
    void whatAComputerWouldRunIsRefusedByItsNameWhateverItHolds(String name) {
        refused(name, "plain words".getBytes(UTF_8), "a computer would run it");
        refused(name, "%PDF-1.7".getBytes(UTF_8), "a computer would run it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.html", "x.htm", "x.svg", "x.xhtml", "x.mht", "x.xsl"})
    void whatABrowserWouldRunIsRefused(String name) {
        refused(name, "plain words".getBytes(UTF_8), "a browser would run");
    }

    @Test
    void whatAComputerWouldRunIsRefusedByItsContentWhateverItsName() {
        refused("a.pdf", hex("4d5a90000300"), "is a program");
        refused("a.txt", hex("7f454c4602010100"), "is a program");
        refused("a.png", hex("cffaedfe07000001"), "is a program");
        refused("a.txt", hex("cafebabe00000034"), "is a program");
        refused("a.txt", "#!/bin/sh\nrm -rf /\n".getBytes(UTF_8), "a script");
        refused("a.txt", hex("4c0000000114020000000000c000000000000046"), "a shortcut");
    }

    @Test
    void documentsWithMacrosAreRefusedUnderEveryName() throws IOException {
        byte[] macros = zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin");
        refused("plan.docx", macros, "macros");
        refused("plan.zip", macros, "macros");
        refused("tool.zip", zip("META-INF/MANIFEST.MF", "Tool.class"), "Java");
        byte[] old = new byte[200_000];
        System.arraycopy(HexFormat.of().parseHex("d0cf11e0a1b11ae1"), 0, old, 0, 8);
        assertThat(type("plan.doc", old)).isEqualTo("application/msword");
        byte[] storage = "_VBA_PROJECT".getBytes(UTF_16LE);
        System.arraycopy(storage, 0, old, (1 << 16) - 5, storage.length);
        refused("plan.doc", old, "macros");
        assertThat(type("plan.docx", zip("[Content_Types].xml", "word/document.xml")))
                .endsWith("wordprocessingml.document");
        assertThat(type("logs.zip", zip("a.log", "b.log"))).isEqualTo("application/zip");
    }

    @Test
    void whatIsNoTextMustBeWhatItsNameSays() throws IOException {
        byte[] png = hex("89504e470d0a1a0a0000000d49484452");
        assertThat(type("floor.png", png)).isEqualTo("image/png");
        assertThat(type("floor.jpg", png)).as("both are pictures").isEqualTo("image/png");
        assertThat(type("floor", png)).isEqualTo("image/png");
        refused("floor.pdf", png, "is a picture (image/png), but its name ends with .pdf");
        refused("plan.pdf", "only words".getBytes(UTF_8), "is a text");
        refused("data.bin2", hex("0001020304"), "cannot be added here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invoice\u202efdp.txt",
                "a\u2066b.txt",
                "a\u200bb.txt",
                "a\u0000.txt",
                "a\tb.txt",
                "\ufeffa.txt"
            })
    void aNameWithCharactersThatNobodySeesIsRefused(String name) {
        refused(name, "words".getBytes(UTF_8), "invisible character (U+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"con", "NUL.txt", "com1.log", "Lpt9.pdf", "aux.tar.gz"})
    void aNameThatWindowsKeepsForItselfIsRefused(String name) {
        refused(name, "words".getBytes(UTF_8), "Windows keeps");
    }

    @Test
    void aNameIsCleanedOfWhatNoDiskTakes() {
        assertThat(FileNames.clean("../../etc/12:30 <call>.txt.. ")).isEqualTo("12-30 -call-.txt");
        assertThat(FileNames.clean("C:\\Users\\pat\\plan.pdf")).isEqualTo("plan.pdf");
        assertThat(FileNames.clean("Cafe\u0301.txt")).isEqualTo("Caf\u00e9.txt");
        assertThat(FileNames.clean("console.log")).isEqualTo("console.log");
        assertThatThrownBy(() -> FileNames.clean("...")).isInstanceOf(Invalid.class);
    }

    @Test
    void whatIsNotAllowedIsRefusedByItsType() throws IOException {
        Path file = Files.writeString(folder.resolve("received"), "a,b\n");
        assertThatThrownBy(() -> FileTypes.of(file, "a.csv", type -> type.equals("image/png")))
                .hasMessageContaining("text/csv");
    }
}
