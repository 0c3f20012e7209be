package org.tieline.search.internal.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.tieline.api.search.Facet;
import org.tieline.search.internal.engine.Kinds;

/**
 * How many documents fit, and how many of them have which value.
 *
 * @param total of the documents
 * @param values by field, and then by value
 */
record FacetCounts(long total, Map<String, Map<String, Long>> values) {
    private static final int MOST_VALUES = 20;

    static FacetCounts of(FilteredSearch filteredSearch) throws IOException {
        return filteredSearch.search(new Manager());
    }

    /** Returns the values of a field, the most frequent first. */
    Facet facet(String field, Kinds kinds) {
        List<Facet.Value> counted =
                values.getOrDefault(field, Map.of()).entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Long>comparingByValue()
                                        .reversed()
                                        .thenComparing(
                                                field.equals(Kinds.YEAR)
                                                        ? Map.Entry.<String, Long>comparingByKey()
                                                                .reversed()
                                                        : Map.Entry.comparingByKey()))
                        .limit(MOST_VALUES)
                        .map(
                                entry ->
                                        new Facet.Value(
                                                entry.getKey(),
                                                field.equals(Kinds.KIND)
                                                        ? kinds.label(entry.getKey())
                                                        : entry.getKey(),
                                                entry.getValue()))
                        .toList();
        return new Facet(field, kinds.fields().getOrDefault(field, field), counted);
    }

    private static final class Manager implements CollectorManager<Counter, FacetCounts> {
        @Override
        public Counter newCollector() {
            return new Counter();
        }

        @Override
        public FacetCounts reduce(Collection<Counter> counters) throws IOException {
            long total = 0;
            Map<String, Map<String, Long>> values = new HashMap<>();
            for (Counter counter : counters) {
                for (Segment segment : counter.segments) {
                    total += segment.total;
                    segment.addTo(values);
                }
            }
            return new FacetCounts(total, values);
        }
    }

    private static final class Counter implements Collector {
        private final List<Segment> segments = new ArrayList<>();

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
            SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), Fields.FACETS);
            Segment segment = new Segment(values, SegmentValues.of(leaf.reader(), values));
            segments.add(segment);
            return segment;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    private static final class Segment implements LeafCollector {
        private final SortedSetDocValues values;
        private final SegmentValues known;
        private final int[] counts;
        private long total;

        Segment(SortedSetDocValues values, SegmentValues known) {
            this.values = values;
            this.known = known;
            this.counts = new int[known.size()];
        }

        @Override
        public void setScorer(Scorable scorer) {
            // nothing here depends on the score
        }

        @Override
        public void collect(int document) throws IOException {
            total++;
            if (values.advanceExact(document)) {
                for (int i = values.docValueCount(); i > 0; i--) {
                    counts[(int) values.nextOrd()]++;
                }
            }
        }

        void addTo(Map<String, Map<String, Long>> all) {
            known.add(counts, all);
        }
    }
}
