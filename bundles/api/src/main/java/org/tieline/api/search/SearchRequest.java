package org.tieline.api.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.tieline.api.PageRequest;

/**
 * What to search for.
 *
 * @param text what was typed
 * @param filters only records that have one of the values in each of these fields, as {@link
 *     Facet#field} and {@link Facet.Value#value} name them
 * @param typing true while the last word may still be unfinished: words that begin with it count
 * @param explain true to be told why each record was found
 * @param page which part of the results; {@link PageRequest#MAX_LIMIT} at most
 */
public record SearchRequest(
        String text,
        Map<String, Set<String>> filters,
        boolean typing,
        boolean explain,
        PageRequest page) {
    /** Characters beyond these are not looked at. */
    public static final int MAX_LENGTH = 2_000;

    /** Words beyond these are not looked at. */
    public static final int MAX_WORDS = 64;

    /** Nobody can page further than this. */
    public static final int MAX_RESULTS = 1_000;

    public SearchRequest {
        Objects.requireNonNull(text, "text");
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        new TreeMap<>(filters).forEach((field, values) -> copy.put(field, Set.copyOf(values)));
        filters = Collections.unmodifiableMap(copy);
        Objects.requireNonNull(page, "page");
    }

    /** Asks for the first page of whatever fits the text. */
    public static SearchRequest of(String text) {
        return new SearchRequest(text, Map.of(), false, false, PageRequest.FIRST);
    }
}
