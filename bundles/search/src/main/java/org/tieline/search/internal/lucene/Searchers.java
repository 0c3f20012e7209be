package org.tieline.search.internal.lucene;

import java.util.List;
import java.util.concurrent.Executor;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.QueryCache;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.TaskExecutor;
import org.apache.lucene.search.similarities.Similarity;

/** A large index is searched in several parts at once. */
final class Searchers extends SearcherFactory {
    private static final int DOCUMENTS_IN_PART = 250_000;
    private static final TaskExecutor HERE = new TaskExecutor(Runnable::run);

    private final Executor parts;
    private final Similarity similarity;
    private final QueryCache kept = RightsQuery.cache();

    Searchers(Executor parts, Similarity similarity) {
        this.parts = parts;
        this.similarity = similarity;
    }

    @Override
    public IndexSearcher newSearcher(IndexReader reader, IndexReader before) {
        IndexSearcher searcher =
                new IndexSearcher(reader, parts) {
                    /** A word is looked up in less time than it takes to have it looked up. */
                    @Override
                    public TaskExecutor getTaskExecutor() {
                        return HERE;
                    }

                    @Override
                    protected LeafSlice[] slices(List<LeafReaderContext> leaves) {
                        return slices(leaves, DOCUMENTS_IN_PART, Integer.MAX_VALUE);
                    }
                };
        RightsQuery.keep(searcher, kept);
        searcher.setSimilarity(similarity);
        return searcher;
    }
}
