package org.tieline.core.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Many records, some at a time. */
public final class Chunks {
    private static final int SIZE = 500;
    private static final int PAGE = 200;

    private Chunks() {}

    /** Returns the parts of a long list of ids, each short enough for one statement. */
    public static List<List<String>> of(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SIZE) {
            chunks.add(all.subList(from, Math.min(from + SIZE, all.size())));
        }
        return chunks;
    }

    /** Reads records in the order of their ids. */
    public interface After<T> {
        /**
         * @param id after which to begin; empty for the beginning
         */
        List<T> read(String id, int most);
    }

    /** Goes through all records, of which no more than a page is held at once. */
    public static <T> void each(After<T> records, Function<T, String> id, Consumer<List<T>> take) {
        String after = "";
        List<T> page;
        do {
            page = records.read(after, PAGE);
            take.accept(page);
            after = page.isEmpty() ? after : id.apply(page.get(page.size() - 1));
        } while (page.size() == PAGE);
    }
}
