package org.tieline.api.asset;

import java.util.List;

/**
 * One of the things that an asset depends on. It holds as long as one of its alternatives does.
 *
 * @param anyOf ids of the assets of which any one suffices, 1 to 20, the preferred one first; a
 *     single one has no alternative
 */
public record Support(List<String> anyOf) {
    public Support {
        anyOf = List.copyOf(anyOf);
    }
}
