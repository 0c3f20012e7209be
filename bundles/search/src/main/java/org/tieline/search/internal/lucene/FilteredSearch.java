package org.tieline.search.internal.lucene;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;

/**
 * Words that are looked for, and conditions that let only some documents through. Lucene finds
 * words by themselves much faster than words under a condition. So where the conditions let many
 * through, as rights do for most who search, documents are found by the words and then sifted;
 * where they let few through, both are one query.
 */
final class FilteredSearch {
    /** Conditions are narrow if they let through less than one in so many documents. */
    private static final int NARROW = 32;

    private final IndexSearcher searcher;
    private final Query words;
    private final Query conditions;

    FilteredSearch(IndexSearcher searcher, Query words, Query conditions) {
        this.searcher = searcher;
        this.words = words;
        this.conditions = conditions;
    }

    /** Both as one query. */
    Query query() {
        return new BooleanQuery.Builder()
                .add(words, Occur.MUST)
                .add(conditions, Occur.FILTER)
                .build();
    }

    <C extends Collector, T> T search(CollectorManager<C, T> manager) throws IOException {
        Weight let =
                searcher.createWeight(
                        searcher.rewrite(conditions), ScoreMode.COMPLETE_NO_SCORES, 1);
        if (isNarrow(let)) {
            return searcher.search(query(), manager);
        }
        return searcher.search(
                words,
                new CollectorManager<Sifted<C>, T>() {
                    @Override
                    public Sifted<C> newCollector() throws IOException {
                        return new Sifted<>(manager.newCollector(), let);
                    }

                    @Override
                    public T reduce(Collection<Sifted<C>> sifted) throws IOException {
                        return manager.reduce(sifted.stream().map(one -> one.all).toList());
                    }
                });
    }

    private boolean isNarrow(Weight let) throws IOException {
        long through = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            ScorerSupplier supplier = let.scorerSupplier(leaf);
            through += supplier == null ? 0 : supplier.cost();
        }
        return through < searcher.getIndexReader().maxDoc() / NARROW;
    }

    /** Hands on what is let through; documents of a segment come in their order. */
    private static final class Sifted<C extends Collector> extends FilterCollector {
        private final C all;
        private final Weight let;

        Sifted(C all, Weight let) {
            super(all);
            this.all = all;
            this.let = let;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
            if (let.count(leaf) == leaf.reader().maxDoc()) {
                return in.getLeafCollector(leaf);
            }
            Scorer scorer = let.scorer(leaf);
            if (scorer == null) {
                throw new CollectionTerminatedException();
            }
            DocIdSetIterator through = scorer.iterator();
            return new FilterLeafCollector(in.getLeafCollector(leaf)) {
                @Override
                public void collect(int document) throws IOException {
                    int next = through.docID();
                    if (next < document) {
                        next = through.advance(document);
                    }
                    if (next == document) {
                        in.collect(document);
                    }
                }
            };
        }

        @Override
        public void setWeight(Weight weight) {
            // how many the words find says nothing of how many are let through
        }
    }
}
