package org.tieline.api.access;

import java.util.Set;

/**
 * The centers that a list may be drawn from.
 *
 * @param everywhere true if every center is within reach; {@code centers} is then empty
 * @param centers ids of the centers within reach; empty and not everywhere means nothing may be
 *     shown
 */
public record Reach(boolean everywhere, Set<String> centers) {
    public static final Reach EVERYWHERE = new Reach(true, Set.of());

    public Reach {
        centers = Set.copyOf(centers);
    }

    public boolean covers(String center) {
        return everywhere || centers.contains(center);
    }
}
