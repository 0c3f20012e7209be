package org.tieline.lessons.internal;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;

/**
 * The text of a file, whatever program saved it: UTF-8, or else Windows-1252 as spreadsheets on
 * Windows save it. Read as a stream, however large.
 */
final class ImportText {
    private static final String ADVICE = "; save it as CSV (UTF-8) and choose it again";
    private static final int BUFFER = 1 << 16;

    private ImportText() {}

    /**
     * @throws Invalid if it is no text in one of the two
     */
    static Reader open(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(8);
        }
        if (starts(start, 'P', 'K', 3, 4) || starts(start, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw refused("is a workbook of a spreadsheet program" + ADVICE);
        }
        if (starts(start, 0xff, 0xfe) || starts(start, 0xfe, 0xff)) {
            throw refused("is in UTF-16, which some programs call Unicode text" + ADVICE);
        }
        Charset charset =
                isText(file, StandardCharsets.UTF_8)
                        ? StandardCharsets.UTF_8
                        : Charset.forName("windows-1252");
        if (charset != StandardCharsets.UTF_8 && !isText(file, charset)) {
            throw refused("is neither in UTF-8 nor in Windows-1252" + ADVICE);
        }
        Reader reader = reader(file, charset);
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    private static Reader reader(Path file, Charset charset) throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        new BufferedInputStream(Files.newInputStream(file), BUFFER),
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                BUFFER);
    }

    private static boolean isText(Path file, Charset charset) throws IOException {
        char[] some = new char[BUFFER];
        try (Reader reader = reader(file, charset)) {
            int read = reader.read(some);
            while (read >= 0) {
                for (int i = 0; i < read; i++) {
                    if (some[i] == 0) {
                        throw refused(
                                "contains the control character U+0000 and is no text" + ADVICE);
                    }
                }
                read = reader.read(some);
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean starts(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }

    static Invalid refused(String message) {
        return new Invalid(new FieldError("file", message));
    }
}
