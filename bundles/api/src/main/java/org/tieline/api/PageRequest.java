package org.tieline.api;

import java.util.Objects;
import java.util.Optional;

/**
 * Which page of a list is wanted.
 *
 * @param limit how many records at most, 1 to {@value #MAX_LIMIT}
 * @param cursor where the page before ended, as {@link Page#next()} gave it; empty for the first
 *     page
 */
public record PageRequest(int limit, Optional<String> cursor) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /** The first page in the default size. */
    public static final PageRequest FIRST = new PageRequest(DEFAULT_LIMIT, Optional.empty());

    /**
     * @throws IllegalArgumentException if {@code limit} is outside 1 to {@value #MAX_LIMIT}
     */
    public PageRequest {
        Objects.requireNonNull(cursor, "cursor");
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "The limit must be from 1 to " + MAX_LIMIT + ", but is " + limit + ".");
        }
    }
}
