package org.tieline.search.internal.engine;

import java.util.Map;
import java.util.Set;
import org.tieline.api.access.Reach;

/**
 * Who looks, as far as searching must know. Nothing else decides what is found.
 *
 * @param kinds the kinds whose sources are there
 * @param reaches for each operation that makes records visible, where the caller may do it
 */
public record Viewer(Set<String> kinds, Map<String, Reach> reaches) {
    public Viewer {
        kinds = Set.copyOf(kinds);
        reaches = Map.copyOf(reaches);
    }

    /** True if there is nothing that this viewer could see. */
    public boolean blind() {
        return kinds.isEmpty() || reaches.values().stream().noneMatch(Viewer::reachesAny);
    }

    public static boolean reachesAny(Reach reach) {
        return reach.everywhere() || !reach.centers().isEmpty();
    }
}
