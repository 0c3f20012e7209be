package org.tieline.core.record;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;

/**
 * The text of a file, whatever program saved it: UTF-8, or else Windows-1252 as programs on Windows
 * save it. What is no text is refused with what it seems to be.
 *
 * @param advice what to do instead, such as "save it as CSV (UTF-8) and choose it again"
 */
public record FileText(String advice) {
    private static final int BUFFER = 1 << 16;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final List<Kind> KINDS =
            List.of(
                    new Kind("is a workbook or document of an office program", 'P', 'K', 3, 4),
                    new Kind(
                            "is a workbook or document of an office program",
                            0xd0,
                            0xcf,
                            0x11,
                            0xe0),
                    new Kind("is a PDF", '%', 'P', 'D', 'F'),
                    new Kind("is in Rich Text Format", '{', '\\', 'r', 't', 'f'),
                    new Kind("is in UTF-16, which some programs call Unicode text", 0xff, 0xfe),
                    new Kind("is in UTF-16, which some programs call Unicode text", 0xfe, 0xff));

    private record Kind(String what, int... begins) {
        boolean fits(byte[] start) {
            for (int i = 0; i < begins.length; i++) {
                if (start.length <= i || (start[i] & 0xff) != begins[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private interface Source {
        InputStream open() throws IOException;
    }

    /**
     * Returns the text of a file as a stream, however large.
     *
     * @throws Invalid if it is no text in one of the two
     */
    public Reader open(Path file) throws IOException {
        return open(() -> Files.newInputStream(file));
    }

    /**
     * Returns the text of a file that was read.
     *
     * @throws Invalid if it is no text in one of the two
     */
    public String of(byte[] content) {
        StringWriter text = new StringWriter();
        try (Reader reader = open(() -> new ByteArrayInputStream(content))) {
            reader.transferTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private Reader open(Source source) throws IOException {
        byte[] start;
        try (InputStream in = source.open()) {
            start = in.readNBytes(8);
        }
        for (Kind kind : KINDS) {
            if (kind.fits(start)) {
                throw refused(kind.what());
            }
        }
        Charset charset = isText(source, StandardCharsets.UTF_8) ? StandardCharsets.UTF_8 : WINDOWS;
        if (charset == WINDOWS && !isText(source, WINDOWS)) {
            throw refused("is neither in UTF-8 nor in Windows-1252");
        }
        Reader reader = reader(source, charset);
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    private static Reader reader(Source source, Charset charset) throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        source.open(),
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                BUFFER);
    }

    private boolean isText(Source source, Charset charset) throws IOException {
        char[] some = new char[BUFFER];
        try (Reader reader = reader(source, charset)) {
            int read = reader.read(some);
            while (read >= 0) {
                for (int i = 0; i < read; i++) {
                    if (some[i] == 0) {
                        throw refused("contains the control character U+0000 and is no text");
                    }
                }
                read = reader.read(some);
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private Invalid refused(String what) {
        return new Invalid(new FieldError("file", what + "; " + advice));
    }
}
