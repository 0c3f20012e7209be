package org.tieline.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tieline.api.Page;

/**
 * One page of a list as the API shows it.
 *
 * @param items the records
 * @param next the cursor of the following page; left away on the last one
 */
public record Listing<T>(
        List<T> items,
        @Schema(description = "Give it as \"cursor\" for the next page; left away on the last")
                Optional<String> next) {
    public Listing {
        items = List.copyOf(items);
    }

    public static <S, T> Listing<T> of(Page<S> page, Function<? super S, ? extends T> view) {
        return new Listing<>(page.<T>map(view).items(), page.next());
    }
}
