package org.tieline.assets.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;

/**
 * The text of a file, whatever program saved it: UTF-8, or else Windows-1252 as spreadsheets on
 * Windows save it.
 */
final class CsvText {
    private static final String ADVICE = "; save it as CSV (UTF-8) and choose it again";

    private CsvText() {}

    /**
     * @throws Invalid if it is no text in one of the two
     */
    static String of(byte[] bytes) {
        if (starts(bytes, 'P', 'K', 3, 4) || starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw refused("is a workbook of a spreadsheet program" + ADVICE);
        }
        if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) {
            throw refused("is in UTF-16, which some programs call Unicode text" + ADVICE);
        }
        String text = decode(bytes);
        text.chars()
                .filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')
                .findAny()
                .ifPresent(
                        c -> {
                            throw refused(
                                    "contains the control character "
                                            + String.format("U+%04X", c)
                                            + " and is probably no text"
                                            + ADVICE);
                        });
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static String decode(byte[] bytes) {
        try {
            return decode(bytes, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            try {
                return decode(bytes, Charset.forName("windows-1252"));
            } catch (CharacterCodingException neither) {
                throw refused("is neither in UTF-8 nor in Windows-1252" + ADVICE);
            }
        }
    }

    private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        if (text.indexOf('\ufffd') >= 0) {
            throw new CharacterCodingException();
        }
        return text;
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
