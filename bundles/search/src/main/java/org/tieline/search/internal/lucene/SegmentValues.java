package org.tieline.search.internal.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;

/**
 * The values that can be counted in one segment, by their number there. A segment never changes, so
 * they are read once and kept until it is closed: to read them costs more than to count them.
 */
final class SegmentValues {
    private static final Map<IndexReader.CacheKey, SegmentValues> KNOWN = new ConcurrentHashMap<>();

    private final List<Field> fields = new ArrayList<>();
    private final String[] values;

    /** The values of a field have the numbers from {@code from} up to, but without, {@code to}. */
    private record Field(String name, int from, int to) {}

    private SegmentValues(SortedSetDocValues all) throws IOException {
        values = new String[Math.toIntExact(all.getValueCount())];
        String field = "";
        int from = 0;
        for (int number = 0; number < values.length; number++) {
            String value = all.lookupOrd(number).utf8ToString();
            int end = value.indexOf(Documents.FACET_SEPARATOR);
            if (!value.substring(0, end).equals(field)) {
                add(field, from, number);
                field = value.substring(0, end);
                from = number;
            }
            values[number] = value.substring(end + 1);
        }
        add(field, from, values.length);
    }

    private void add(String field, int from, int to) {
        if (to > from) {
            fields.add(new Field(field, from, to));
        }
    }

    static SegmentValues of(LeafReader segment, SortedSetDocValues all) throws IOException {
        IndexReader.CacheHelper life = segment.getCoreCacheHelper();
        if (life == null) {
            return new SegmentValues(all);
        }
        SegmentValues known = KNOWN.get(life.getKey());
        if (known == null) {
            known = new SegmentValues(all);
            if (KNOWN.putIfAbsent(life.getKey(), known) == null) {
                life.addClosedListener(KNOWN::remove);
            }
        }
        return known;
    }

    int size() {
        return values.length;
    }

    /** Adds counts, by number, to those of other segments, by field and value. */
    void add(int[] counts, Map<String, Map<String, Long>> all) {
        for (Field field : fields) {
            Map<String, Long> counted = all.computeIfAbsent(field.name(), name -> new HashMap<>());
            for (int number = field.from(); number < field.to(); number++) {
                if (counts[number] > 0) {
                    counted.merge(values[number], (long) counts[number], Long::sum);
                }
            }
        }
    }
}
