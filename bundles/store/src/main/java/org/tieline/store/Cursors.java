package org.tieline.store;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;

/**
 * The one way in which lists are paged: a cursor holds the sort key of the last record that was
 * given out.
 */
public final class Cursors {
    private static final char SEPARATOR = '\u001f';
    private static final int MAX_LENGTH = 1_000;

    private Cursors() {}

    /**
     * Reads a cursor of the list of this name.
     *
     * @param parts how many parts the list's sort key has
     * @return the sort key after which the page starts; empty for the first page
     * @throws Invalid if it is not a cursor of this list
     */
    public static Optional<List<String>> after(String list, int parts, PageRequest page) {
        return page.cursor().map(cursor -> decode(list, parts, cursor));
    }

    /**
     * Makes a page of rows of which one more than asked for was fetched.
     *
     * @param fetched at most {@code page.limit() + 1} rows
     * @param key gives the sort key of a row
     */
    public static <T> Page<T> page(
            String list, PageRequest page, List<T> fetched, Function<T, List<String>> key) {
        if (fetched.size() <= page.limit()) {
            return new Page<>(fetched, Optional.empty());
        }
        List<T> items = fetched.subList(0, page.limit());
        return new Page<>(items, Optional.of(encode(list, key.apply(items.get(items.size() - 1)))));
    }

    private static String encode(String list, List<String> key) {
        String text = list + SEPARATOR + String.join(String.valueOf(SEPARATOR), key);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> decode(String list, int parts, String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw bad();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            List<String> all = Arrays.asList(text.split(String.valueOf(SEPARATOR), -1));
            if (all.size() != parts + 1 || !all.get(0).equals(list)) {
                throw bad();
            }
            return List.copyOf(all.subList(1, all.size()));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw bad();
        }
    }

    /**
     * The refusal of a cursor that this list did not give out; also for one whose parts do not
     * parse.
     */
    public static Invalid bad() {
        return new Invalid(
                new FieldError(
                        "cursor",
                        "is not one that this list gave out; leave it away to start at the first page"));
    }
}
