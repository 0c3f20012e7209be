package org.tieline.api.journal;

import java.util.List;

/**
 * What checking the journal found.
 *
 * @param centers how many chains were checked
 * @param lines how many lines were checked
 * @param breaks the first break of every chain that does not hold; empty when all is well
 */
public record Verification(long centers, long lines, List<Break> breaks) {
    public Verification {
        breaks = List.copyOf(breaks);
    }

    public boolean holds() {
        return breaks.isEmpty();
    }
}
