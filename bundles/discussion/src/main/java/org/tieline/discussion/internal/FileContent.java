package org.tieline.discussion.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What the bytes of a file say. */
final class FileContent {
    private static final int HEAD = 4096;
    private static final int MOST_PARTS = 20_000;

    private static final byte[] OLE = bytes("d0cf11e0a1b11ae1");
    private static final byte[] ZIP = bytes("504b0304");
    private static final byte[] SHORTCUT = bytes("4c0000000114020000000000c000000000000046");
    private static final byte[] INSTALLER = bytes("84100c0000000000c000000000000046");
    private static final byte[] MACROS = "_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE);
    private static final byte[] PCAPNG = bytes("0a0d0d0a");

    private static final List<byte[]> EXECUTABLES =
            List.of(
                    bytes("4d5a"),
                    bytes("7f454c46"),
                    bytes("feedface"),
                    bytes("feedfacf"),
                    bytes("cefaedfe"),
                    bytes("cffaedfe"),
                    bytes("cafebabe"),
                    bytes("0061736d"),
                    bytes("6465780a"));

    private final Path file;
    private final byte[] head;
    private final boolean text;

    private FileContent(Path file, byte[] head, boolean text) {
        this.file = file;
        this.head = head;
        this.text = text;
    }

    static FileContent of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new FileContent(file, in.readNBytes(HEAD), isText(file));
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private boolean begins(byte[] magic) {
        return head.length >= magic.length
                && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    /**
     * Whether it can be read as text: UTF-8, UTF-16 with a mark, or one byte for each character.
     */
    boolean text() {
        return text;
    }

    boolean pcapng() {
        return begins(PCAPNG);
    }

    /** Says what it is if a computer would run it; empty if it would not. */
    Optional<String> program() throws IOException {
        if (!text && EXECUTABLES.stream().anyMatch(this::begins)) {
            return Optional.of("a program");
        }
        if (begins(new byte[] {'#', '!'})
                || begins(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, '#', '!'})) {
            return Optional.of("a script (it begins with #!)");
        }
        if (begins(SHORTCUT)) {
            return Optional.of("a shortcut of Windows");
        }
        if (begins(OLE)) {
            return ole();
        }
        return begins(ZIP) ? archive() : Optional.empty();
    }

    private Optional<String> ole() throws IOException {
        if (contains(INSTALLER)) {
            return Optional.of("an installer of Windows");
        }
        return contains(MACROS) ? Optional.of("a document with macros") : Optional.empty();
    }

    private boolean contains(byte[] wanted) throws IOException {
        byte[] buffer = new byte[1 << 16];
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.readNBytes(buffer, 0, buffer.length);
                    read > 0;
                    read = in.readNBytes(buffer, kept, buffer.length - kept)) {
                int filled = kept + read;
                for (int at = 0; at + wanted.length <= filled; at++) {
                    if (Arrays.equals(buffer, at, at + wanted.length, wanted, 0, wanted.length)) {
                        return true;
                    }
                }
                kept = Math.min(wanted.length - 1, filled);
                System.arraycopy(buffer, filled - kept, buffer, 0, kept);
            }
        }
        return false;
    }

    /**
     * An archive of Java is a program, an office document may have macros; others only hold files.
     */
    private Optional<String> archive() throws IOException {
        boolean office = false;
        boolean macros = false;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> parts = zip.entries();
            for (int i = 0; parts.hasMoreElements() && i < MOST_PARTS; i++) {
                String name = parts.nextElement().getName();
                if (name.equals("META-INF/MANIFEST.MF") || name.equals("AndroidManifest.xml")) {
                    return Optional.of("a program of Java or Android");
                }
                office |= name.equals("[Content_Types].xml") || name.equals("mimetype");
                macros |= name.endsWith("/vbaProject.bin") || name.startsWith("Basic/");
            }
        } catch (ZipException damaged) {
            return Optional.empty();
        }
        return office && macros ? Optional.of("a document with macros") : Optional.empty();
    }

    private static boolean isText(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.mark(2);
            int first = in.read();
            int second = in.read();
            if (first == 0xff && second == 0xfe || first == 0xfe && second == 0xff) {
                return isUtf16(in, first == 0xff);
            }
            in.reset();
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (isControl(b)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static boolean isUtf16(InputStream in, boolean little) throws IOException {
        for (int one = in.read(); one >= 0; one = in.read()) {
            int other = in.read();
            int unit = little ? other << 8 | one : one << 8 | other;
            if (other < 0 || isControl(unit) || unit == 0xffff || unit == 0xfffe) {
                return false;
            }
        }
        return true;
    }

    /** What texts do not contain. Logs of terminals ring, go back and change color. */
    private static boolean isControl(int unit) {
        return unit < ' '
                && unit != '\t'
                && unit != '\n'
                && unit != '\r'
                && unit != '\f'
                && unit != '\b'
                && unit != 7
                && unit != 27
                && unit != 26;
    }
}
