package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.tieline.api.search.Facet;
import org.tieline.api.search.Hit;
import org.tieline.api.search.SearchResults;

/** What a search found, as the API shows it. */
record SearchView(
        List<Hit> items,
        @Schema(description = "Give it as \"cursor\" for the next page; left away on the last")
                Optional<String> next,
        @Schema(description = "How many records fit in all") long total,
        List<Facet> facets,
        @Schema(description = "The text with misspelt words put right; left away if none were")
                Optional<String> didYouMean,
        @Schema(description = "What is missing while the index is made anew; left away otherwise")
                Optional<String> progress) {
    static SearchView of(SearchResults results) {
        return new SearchView(
                results.page().items(),
                results.page().next(),
                results.total(),
                results.facets(),
                results.didYouMean(),
                results.progress());
    }
}
