package org.tieline.search.internal.engine;

import java.util.List;
import java.util.Optional;
import org.tieline.api.search.Facet;
import org.tieline.api.search.Hit;

/**
 * What an engine found.
 *
 * @param hits at most as many as asked for
 * @param more whether there are more behind them that can be asked for
 * @param snapshot names the state of the index that was searched
 */
public record Found(
        List<Hit> hits,
        boolean more,
        long total,
        List<Facet> facets,
        Optional<String> didYouMean,
        String snapshot) {}
