package org.tieline.search.internal.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A search as an engine gets it.
 *
 * @param snapshot names the state of the index that an earlier page showed; {@link Found#snapshot}
 * @param offset how many results to pass over
 */
public record Question(
        String text,
        Map<String, Set<String>> filters,
        boolean typing,
        boolean explain,
        Viewer viewer,
        Kinds kinds,
        Optional<String> snapshot,
        int offset,
        int limit) {}
