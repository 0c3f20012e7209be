package org.tieline.search.internal.lucene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tieline.api.search.SearchRequest;

/**
 * A query as it was typed, taken apart. Nothing that is typed is an error: what makes no sense as
 * an instruction is a word, and what makes no word is passed over.
 *
 * @param text what was looked at of what was typed
 * @param parts what to look for, and what not
 * @param filters values that a field must have one of
 * @param excluded values that a field must have none of
 * @param open whether the last part is a word that may still be unfinished
 */
record QueryText(
        String text,
        List<Part> parts,
        Map<String, Set<String>> filters,
        Map<String, Set<String>> excluded,
        boolean open) {

    /**
     * @param quoted whether it must stand like this
     * @param without whether it must not be there
     * @param from where it begins in the text
     * @param to where it ends
     */
    record Part(String text, boolean quoted, boolean without, int from, int to) {}

    static QueryText of(String typed, Predicate<String> isField) {
        String text =
                typed.length() <= SearchRequest.MAX_LENGTH
                        ? typed
                        : typed.substring(0, SearchRequest.MAX_LENGTH);
        return new Reader(text, isField).read();
    }

    private static final class Reader {
        private final String text;
        private final Predicate<String> isField;
        private final List<Part> parts = new ArrayList<>();
        private final Map<String, Set<String>> filters = new LinkedHashMap<>();
        private final Map<String, Set<String>> excluded = new LinkedHashMap<>();
        private int at;

        Reader(String text, Predicate<String> isField) {
            this.text = text;
            this.isField = isField;
        }

        QueryText read() {
            boolean open = false;
            skip();
            while (at < text.length() && parts.size() < SearchRequest.MAX_WORDS) {
                open = part();
                skip();
            }
            return new QueryText(text, List.copyOf(parts), filters, excluded, open && endsInWord());
        }

        private boolean endsInWord() {
            return at == text.length() && !isSpace(text.charAt(at - 1));
        }

        private void skip() {
            while (at < text.length() && isSpace(text.charAt(at))) {
                at++;
            }
        }

        /** Reads one part and returns whether it is a plain word. */
        private boolean part() {
            boolean without =
                    text.charAt(at) == '-'
                            && at + 1 < text.length()
                            && !isSpace(text.charAt(at + 1));
            if (without) {
                at++;
            }
            int colon = fieldEnd();
            if (colon > 0) {
                String field = text.substring(at, colon).toLowerCase(Locale.ROOT);
                at = colon + 1;
                String value = isQuote(text.charAt(at)) ? quoted() : word();
                if (!value.isBlank()) {
                    (without ? excluded : filters)
                            .computeIfAbsent(field, key -> new TreeSet<>())
                            .add(Documents.comparable(value));
                }
                return false;
            }
            boolean quoted = isQuote(text.charAt(at));
            int from = quoted ? at + 1 : at;
            String value = quoted ? quoted() : word();
            parts.add(new Part(value, quoted, without, from, from + value.length()));
            return !quoted && !without;
        }

        /** Returns where the colon after a known field's name is; 0 if there is none. */
        private int fieldEnd() {
            int end = at;
            while (end < text.length()
                    && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-')) {
                end++;
            }
            boolean field =
                    end > at
                            && end + 1 < text.length()
                            && text.charAt(end) == ':'
                            && !isSpace(text.charAt(end + 1))
                            && isField.test(text.substring(at, end).toLowerCase(Locale.ROOT));
            return field ? end : 0;
        }

        private String quoted() {
            int from = ++at;
            while (at < text.length() && !isQuote(text.charAt(at))) {
                at++;
            }
            String inside = text.substring(from, at);
            at = Math.min(text.length(), at + 1);
            return inside;
        }

        private String word() {
            int from = at;
            while (at < text.length()
                    && !isSpace(text.charAt(at))
                    && (at == from || !isQuote(text.charAt(at)))) {
                at++;
            }
            return text.substring(from, at);
        }

        private static boolean isQuote(char c) {
            return c == '"' || c == '\u201c' || c == '\u201d' || c == '\u201e';
        }

        private static boolean isSpace(char c) {
            return Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.isISOControl(c)
                    || c == '*'
                    || c == '?';
        }
    }
}
