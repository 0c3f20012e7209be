package org.tieline.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;

/** The address of a list: what it is filtered by, and where its next page begins. */
public final class Lists {
    private final String path;
    private final Map<String, String> filters = new LinkedHashMap<>();
    private final List<Map.Entry<String, String>> shown = new ArrayList<>();

    public Lists(String path) {
        this.path = path;
    }

    public Lists by(String name, Optional<String> value) {
        value.ifPresent(text -> filters.put(name, text));
        return this;
    }

    /** Adds a value of a parameter that does not filter: how the list is shown. */
    public Lists with(String name, String value) {
        shown.add(Map.entry(name, value));
        return this;
    }

    public boolean filtered() {
        return !filters.isEmpty();
    }

    public Optional<String> next(Page<?> page) {
        return page.next().map(cursor -> address(path, Stream.of(Map.entry("cursor", cursor))));
    }

    /** Returns the address of something else with the same filters. */
    public String at(String other) {
        return address(other, Stream.empty());
    }

    public static PageRequest page(String cursor) {
        return new PageRequest(PageRequest.DEFAULT_LIMIT, given(cursor));
    }

    /** Returns what was typed, or empty for nothing but spaces. */
    public static Optional<String> given(String typed) {
        return Optional.ofNullable(typed).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Returns an absolute path with each part escaped. */
    public static String path(String... parts) {
        return Stream.of(parts)
                .map(part -> escaped(part).replace("+", "%20"))
                .collect(Collectors.joining("/", "/", ""));
    }

    private String address(String other, Stream<Map.Entry<String, String>> more) {
        String query =
                Stream.of(filters.entrySet().stream(), shown.stream(), more)
                        .flatMap(part -> part)
                        .map(entry -> entry.getKey() + "=" + escaped(entry.getValue()))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? other : other + "?" + query;
    }

    private static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
