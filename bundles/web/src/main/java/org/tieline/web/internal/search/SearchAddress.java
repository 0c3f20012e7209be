package org.tieline.web.internal.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tieline.api.PageRequest;

/**
 * What the address of the results says.
 *
 * @param text what was typed
 * @param filters chosen values by field
 * @param shown how many results are shown
 */
public record SearchAddress(String text, Map<String, Set<String>> filters, int shown) {
    static final int FIRST = 20;
    private static final int MORE = 20;
    private static final int MOST_FILTERS = 20;
    private static final Pattern FILTER = Pattern.compile("([a-z][a-z0-9-]{0,29}):(.+)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    /** What is not understood is passed over: an address may be old or cut off. */
    static SearchAddress of(String text, List<String> filters, String shown) {
        Map<String, Set<String>> chosen = new LinkedHashMap<>();
        filters.stream()
                .limit(MOST_FILTERS)
                .map(FILTER::matcher)
                .filter(filter -> filter.matches())
                .forEach(
                        filter ->
                                chosen.computeIfAbsent(filter.group(1), key -> new TreeSet<>())
                                        .add(filter.group(2)));
        int count =
                shown != null && NUMBER.matcher(shown).matches() ? Integer.parseInt(shown) : FIRST;
        return new SearchAddress(
                text, chosen, Math.max(FIRST, Math.min(PageRequest.MAX_LIMIT, count)));
    }

    public boolean isEmpty() {
        return text.isEmpty() && filters.isEmpty();
    }

    public boolean has(String field, String value) {
        return filters.getOrDefault(field, Set.of()).contains(value);
    }

    /** The same search with another value chosen, or no longer. */
    public String toggled(String field, String value) {
        Map<String, Set<String>> changed = new LinkedHashMap<>(filters);
        Set<String> values = new TreeSet<>(filters.getOrDefault(field, Set.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        changed.put(field, values);
        return new SearchAddress(text, changed, FIRST).path();
    }

    public String withText(String other) {
        return new SearchAddress(other, filters, FIRST).path();
    }

    public String withoutFilters() {
        return new SearchAddress(text, Map.of(), FIRST).path();
    }

    /** The same search with more results; empty if no more can be shown. */
    public Optional<String> more() {
        return shown >= PageRequest.MAX_LIMIT
                ? Optional.empty()
                : Optional.of(new SearchAddress(text, filters, shown + MORE).path());
    }

    public String path() {
        StringBuilder path = new StringBuilder("/search?q=").append(escaped(text));
        filters.forEach(
                (field, values) ->
                        values.forEach(
                                value ->
                                        path.append("&filter=")
                                                .append(escaped(field + ":" + value))));
        if (shown > FIRST) {
            path.append("&shown=").append(shown);
        }
        return path.toString();
    }

    private static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
