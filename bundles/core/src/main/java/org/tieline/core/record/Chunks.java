package org.tieline.core.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Parts of a long list of ids, each short enough for one statement. */
public final class Chunks {
    private static final int SIZE = 500;

    private Chunks() {}

    public static List<List<String>> of(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SIZE) {
            chunks.add(all.subList(from, Math.min(from + SIZE, all.size())));
        }
        return chunks;
    }
}
