package org.tieline.api.search;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.Page;

/**
 * What a search found.
 *
 * @param page one page of it, the best first
 * @param total how many records fit, those beyond the last page included
 * @param facets how many of them have which value; only fields of which some record has one
 * @param didYouMean the text with its misspelt words put right, when words were only found that way
 * @param progress what is missing while the index is being made anew; empty when all is there
 */
public record SearchResults(
        Page<Hit> page,
        long total,
        List<Facet> facets,
        Optional<String> didYouMean,
        Optional<String> progress) {
    public SearchResults {
        Objects.requireNonNull(page, "page");
        facets = List.copyOf(facets);
        Objects.requireNonNull(didYouMean, "didYouMean");
        Objects.requireNonNull(progress, "progress");
    }
}
