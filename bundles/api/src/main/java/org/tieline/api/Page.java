package org.tieline.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One page of a list in a stable order: a record neither repeats nor disappears between pages
 * because others were added meanwhile.
 *
 * @param items the records of this page, at most as many as asked for
 * @param next the cursor of the following page; empty on the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
        Objects.requireNonNull(next, "next");
    }

    /** Returns this page with every item converted. */
    public <R> Page<R> map(Function<? super T, ? extends R> conversion) {
        return new Page<>(items.stream().<R>map(conversion).toList(), next);
    }

    /**
     * Hands every record of a list to {@code sink}, in the list's order; at most one page is held.
     *
     * @param list asked for one page after the other, each with the highest limit
     */
    public static <T> void each(Function<PageRequest, Page<T>> list, Consumer<? super T> sink) {
        Optional<String> cursor = Optional.empty();
        do {
            Page<T> page = list.apply(new PageRequest(PageRequest.MAX_LIMIT, cursor));
            page.items.forEach(sink);
            cursor = page.next;
        } while (cursor.isPresent());
    }
}
