package org.tieline.search.internal.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCache;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;

/**
 * What a viewer may see. Whoever has the same rights sees the same, and every search asks: so what
 * it lets through is kept for each segment that is not small, whatever else is searched for.
 */
final class RightsQuery extends Query {
    private static final int MOST_KEPT = 1_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final int SMALL = 1_000;

    private final Query admitted;

    RightsQuery(Query admitted) {
        this.admitted = admitted;
    }

    /** Lets a searcher keep what rights let through, and nothing else. */
    static void keep(IndexSearcher searcher, QueryCache kept) {
        searcher.setQueryCache(kept);
        searcher.setQueryCachingPolicy(
                new QueryCachingPolicy() {
                    @Override
                    public void onUse(Query query) {
                        // how often does not matter
                    }

                    @Override
                    public boolean shouldCache(Query query) {
                        return query instanceof RightsQuery;
                    }
                });
    }

    static QueryCache cache() {
        return new LRUQueryCache(
                MOST_KEPT,
                MOST_BYTES,
                leaf -> leaf.reader().maxDoc() > SMALL,
                Float.POSITIVE_INFINITY);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
            throws IOException {
        Weight weight = searcher.rewrite(admitted).createWeight(searcher, mode, boost);
        return new FilterWeight(this, weight) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                return in.scorerSupplier(leaf);
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return true;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        admitted.visit(visitor.getSubVisitor(BooleanClause.Occur.FILTER, this));
    }

    @Override
    public String toString(String field) {
        return admitted.toString(field);
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other) && admitted.equals(((RightsQuery) other).admitted);
    }

    @Override
    public int hashCode() {
        return 31 * classHash() + admitted.hashCode();
    }
}
