package org.tieline.sharing.redaction;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.tieline.spi.sharing.Detector.Span;

/**
 * A text as the rules read it: one kind of dash, space and quotation mark, plain letters and digits
 * without accents, neither Markdown's emphasis nor invisible characters, no two spaces in a row. It
 * knows where each of its characters stands in the original.
 */
final class FoldedText {
    private static final String DASHES =
            "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\uff0d\ufe63";
    private static final String APOSTROPHES = "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`";
    private static final String QUOTES = "\u201c\u201d\u201e\u2033\u00ab\u00bb";
    private static final String DEGREES = "\u00b0\u00ba\u02da";
    private static final String REMOVED = "*\\\u200b\u200c\u200d\u200e\u200f\u2060\ufeff";
    private static final int REACH = 40;

    private final String text;
    private final int[] origins;

    private FoldedText(String text, int[] origins) {
        this.text = text;
        this.origins = origins;
    }

    static FoldedText of(String original) {
        StringBuilder text = new StringBuilder(original.length());
        int[] origins = new int[original.length()];
        for (int at = 0; at < original.length(); at++) {
            char character = original.charAt(at);
            if (REMOVED.indexOf(character) >= 0) {
                continue;
            }
            char folded = folded(character);
            char last = text.length() == 0 ? '\n' : text.charAt(text.length() - 1);
            if (folded == ' ' && (last == ' ' || last == '\n')) {
                continue;
            }
            if (folded == '\n' && last == ' ') {
                text.setLength(text.length() - 1);
            }
            origins[text.length()] = at;
            text.append(folded);
        }
        return new FoldedText(text.toString(), origins);
    }

    private static char folded(char character) {
        if (character < 128) {
            return character == '\t' || character == '\f'
                    ? ' '
                    : character == '\r' ? '\n' : ascii(character);
        }
        if (DASHES.indexOf(character) >= 0) {
            return '-';
        }
        if (APOSTROPHES.indexOf(character) >= 0) {
            return '\'';
        }
        if (QUOTES.indexOf(character) >= 0) {
            return '"';
        }
        if (DEGREES.indexOf(character) >= 0) {
            return '\u00b0';
        }
        if (Character.isSpaceChar(character)) {
            return character == '\u2028' || character == '\u2029' ? '\n' : ' ';
        }
        if (Character.isDigit(character)) {
            return (char) ('0' + Character.digit(character, 10));
        }
        char plain =
                Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFKD).charAt(0);
        return plain == ' ' ? character : plain;
    }

    private static char ascii(char character) {
        return character == '`' ? '\'' : character;
    }

    /** The folded text. */
    String text() {
        return text;
    }

    /** Returns the place of a passage in the original text. */
    Span original(Span span) {
        return new Span(origins[span.start()], origins[span.end() - 1] + 1);
    }

    /** Does what stands directly before a place end like this? */
    boolean precededBy(Pattern words, int at) {
        return words.matcher(text.substring(Math.max(0, at - REACH), at)).find();
    }

    /** Does what stands directly behind a place begin like this? */
    boolean followedBy(Pattern words, int at) {
        return words.matcher(text).region(at, text.length()).lookingAt();
    }
}
