package org.tieline.http.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.cxf.helpers.HttpHeaderHelper;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;

/** Refuses what nobody can read, before anything tries to. */
public final class Legibility {
    private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7f]");
    private static final Pattern NAME = Pattern.compile("[\\w.-]{1,100}");

    private Legibility() {}

    /**
     * @throws Invalid if the query is not UTF-8 in percent encoding
     * @throws NotSupportedException if the body's type cannot be read or names an unknown charset
     */
    public static void check(HttpServletRequest request) {
        if (request.getQueryString() != null) {
            checkQuery(request.getQueryString());
        }
        if (request.getContentType() != null) {
            checkType(request.getContentType());
        }
    }

    /**
     * Has the web server read a form, if the body is one; it refuses what is badly encoded, where
     * CXF would guess.
     */
    public static void readForm(HttpServletRequest request) {
        if (CrossSite.isForm(request)) {
            request.getParameterMap();
        }
    }

    private static void checkQuery(String query) {
        for (String parameter : query.split("&")) {
            if (!decodable(parameter)) {
                String name = parameter.replaceFirst("=.*", "");
                throw new Invalid(
                        new FieldError(
                                NAME.matcher(name).matches() ? name : "query",
                                "is not well encoded: two hexadecimal digits must follow each"
                                        + " percent sign, and together they must be UTF-8; a"
                                        + " percent sign itself is %25"));
            }
        }
    }

    static boolean decodable(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return true;
        }
        if (BROKEN.matcher(encoded).find()) {
            return false;
        }
        byte[] bytes =
                URLDecoder.decode(
                                NOT_ASCII.matcher(encoded).replaceAll(""),
                                StandardCharsets.ISO_8859_1)
                        .getBytes(StandardCharsets.ISO_8859_1);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static void checkType(String text) {
        try {
            MediaType.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new NotSupportedException(
                    "The header Content-Type cannot be read. Send it as type/subtype, such as"
                            + " application/json.");
        }
        if (!known(text)) {
            throw new NotSupportedException(
                    "The charset that the header Content-Type names is not known here. Send the"
                            + " body in UTF-8.");
        }
    }

    /** Asks as CXF will, which fails on what it does not know. */
    private static boolean known(String type) {
        try {
            String charset = HttpHeaderHelper.findCharset(type);
            return charset == null || Charset.isSupported(charset);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return false;
        }
    }
}
