package org.tieline.search.internal.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;

/**
 * The order of results. First by BM25 over all words. The best {@value #WINDOW} of them then by how
 * the words stand together and in the title, and by what speaks for the record. The best {@value
 * #NEIGHBOURHOOD} of those at last also by how well the records most like them fit: what is about
 * the same belongs together (score regularization: F. Diaz, "Regularizing ad hoc retrieval scores",
 * CIKM 2005). The work behind the first step does not grow with the index.
 */
final class Ranking {
    static final int WINDOW = 200;
    private static final int NEIGHBOURHOOD = 150;
    private static final int NEIGHBOURS = 10;
    private static final float SHARE_OF_NEIGHBOURS = 0.6f;

    /** With fewer words, people look for something they can name: no help from its neighbours. */
    private static final int FEWEST_WORDS = 3;

    private static final int SAME_TITLE = 20;
    private static final Sort NEWEST = new Sort(newest(), SortField.FIELD_DOC);

    private final IndexSearcher searcher;

    /** What lifted a document above where its own words put it. */
    private final Set<Integer> lifted = new HashSet<>();

    private final Set<Integer> named = new HashSet<>();

    Ranking(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    private static SortField newest() {
        SortField date = new SortField(Fields.DATE, SortField.Type.LONG, true);
        date.setMissingValue(Long.MIN_VALUE);
        return date;
    }

    /**
     * @param filteredSearch what must match
     * @param most how many are wanted
     */
    List<ScoreDoc> rank(
            ParsedQuery parsedQuery, FilteredSearch filteredSearch, int most, boolean typing)
            throws IOException {
        if (!parsedQuery.hasWords()) {
            return List.of(searcher.search(filteredSearch.query(), most, NEWEST).scoreDocs);
        }
        int window = Math.max(WINDOW, most);
        TopDocs first = filteredSearch.search(new TopScoreDocCollectorManager(window, window));
        TopDocs refined =
                new QueryRescorer(parsedQuery.refinement()) {
                    @Override
                    protected float combine(float score, boolean matches, float more) {
                        return matches ? score + more : score;
                    }
                }.rescore(searcher, first, window);
        List<ScoreDoc> ranked = boosted(refined.scoreDocs);
        if (parsedQuery.size() >= FEWEST_WORDS && !typing) {
            withNeighbours(ranked);
        }
        return sameTitleFirst(parsedQuery, filteredSearch.query(), ranked, most);
    }

    boolean wasLifted(int document) {
        return lifted.contains(document);
    }

    boolean wasNamed(int document) {
        return named.contains(document);
    }

    private List<ScoreDoc> boosted(ScoreDoc[] documents) throws IOException {
        Map<Integer, Float> boosts = new HashMap<>();
        inLeaves(
                documents,
                (leaf, ids) -> {
                    NumericDocValues values = DocValues.getNumeric(leaf.reader(), Fields.BOOST);
                    for (int id : ids) {
                        if (values.advanceExact(id - leaf.docBase)) {
                            boosts.put(id, Float.intBitsToFloat((int) values.longValue()));
                        }
                    }
                });
        for (ScoreDoc document : documents) {
            document.score *= boosts.getOrDefault(document.doc, 1f);
        }
        List<ScoreDoc> ranked = new ArrayList<>(List.of(documents));
        ranked.sort(best());
        return ranked;
    }

    private static Comparator<ScoreDoc> best() {
        return (one, other) ->
                one.score != other.score
                        ? Float.compare(other.score, one.score)
                        : Integer.compare(one.doc, other.doc);
    }

    /** Orders the best anew, each by its own score and those of the documents most like it. */
    private void withNeighbours(List<ScoreDoc> ranked) throws IOException {
        List<ScoreDoc> top =
                new ArrayList<>(ranked.subList(0, Math.min(NEIGHBOURHOOD, ranked.size())));
        if (top.size() < 3) {
            return;
        }
        float[][] likeness = Signature.cosines(signatures(top));
        float[] own = new float[top.size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = top.get(i).score;
        }
        float[] together = new float[own.length];
        for (int i = 0; i < own.length; i++) {
            float nearest = nearest(likeness[i]);
            float weights = 0;
            float sum = 0;
            for (int j = 0; j < own.length; j++) {
                if (likeness[i][j] > 0 && likeness[i][j] >= nearest) {
                    weights += likeness[i][j];
                    sum += likeness[i][j] * own[j];
                }
            }
            float neighbours = weights == 0 ? 0 : sum / weights;
            together[i] = (1 - SHARE_OF_NEIGHBOURS) * own[i] + SHARE_OF_NEIGHBOURS * neighbours;
        }
        float lowest = Float.MAX_VALUE;
        for (float score : together) {
            lowest = Math.min(lowest, score);
        }
        Map<Integer, Integer> before = new HashMap<>();
        for (int i = 0; i < own.length; i++) {
            before.put(top.get(i).doc, i);
            top.get(i).score = together[i] - lowest + own[own.length - 1];
        }
        top.sort(best());
        for (int i = 0; i < own.length; i++) {
            if (before.get(top.get(i).doc) > i) {
                lifted.add(top.get(i).doc);
            }
            ranked.set(i, top.get(i));
        }
    }

    /** The likeness of the last of the nearest neighbours; 0 if there are not so many. */
    private static float nearest(float[] likeness) {
        float[] nearest = new float[NEIGHBOURS];
        for (float one : likeness) {
            int place = 0;
            while (place < NEIGHBOURS && nearest[place] < one) {
                if (place > 0) {
                    nearest[place - 1] = nearest[place];
                }
                place++;
            }
            if (place > 0) {
                nearest[place - 1] = one;
            }
        }
        return nearest[0];
    }

    private List<BytesRef> signatures(List<ScoreDoc> documents) throws IOException {
        Map<Integer, BytesRef> found = new HashMap<>();
        inLeaves(
                documents.toArray(ScoreDoc[]::new),
                (leaf, ids) -> {
                    BinaryDocValues values = DocValues.getBinary(leaf.reader(), Fields.SIGNATURE);
                    for (int id : ids) {
                        if (values.advanceExact(id - leaf.docBase)) {
                            found.put(id, BytesRef.deepCopyOf(values.binaryValue()));
                        }
                    }
                });
        BytesRef none = new BytesRef();
        return documents.stream().map(document -> found.getOrDefault(document.doc, none)).toList();
    }

    private interface InLeaf {
        void read(LeafReaderContext leaf, List<Integer> ascending) throws IOException;
    }

    private void inLeaves(ScoreDoc[] documents, InLeaf action) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        Map<Integer, List<Integer>> byLeaf = new HashMap<>();
        Arrays.stream(documents)
                .map(document -> document.doc)
                .sorted()
                .forEach(
                        id ->
                                byLeaf.computeIfAbsent(
                                                ReaderUtil.subIndex(id, leaves),
                                                leaf -> new ArrayList<>())
                                        .add(id));
        for (Map.Entry<Integer, List<Integer>> entry : byLeaf.entrySet()) {
            action.read(leaves.get(entry.getKey()), entry.getValue());
        }
    }

    private List<ScoreDoc> sameTitleFirst(
            ParsedQuery parsedQuery, Query query, List<ScoreDoc> ranked, int most)
            throws IOException {
        Query same =
                new BooleanQuery.Builder()
                        .add(parsedQuery.wholeTitle(), Occur.FILTER)
                        .add(query, Occur.FILTER)
                        .build();
        List<ScoreDoc> all = new ArrayList<>();
        for (ScoreDoc document :
                searcher.search(new ConstantScoreQuery(same), SAME_TITLE).scoreDocs) {
            if (named.add(document.doc)) {
                all.add(document);
            }
        }
        ranked.stream().filter(document -> !named.contains(document.doc)).forEach(all::add);
        return all.subList(0, Math.min(most, all.size()));
    }
}
