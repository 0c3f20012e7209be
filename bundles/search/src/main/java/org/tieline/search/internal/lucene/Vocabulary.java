package org.tieline.search.internal.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** The words that stand in documents which a viewer may see. */
final class Vocabulary {
    private static final int MOST_LOOKED_AT = 5_000;
    private static final int COMPLETIONS = 50;
    private static final int CANDIDATES = 20;
    private static final int CORRECTIONS = 3;

    private final IndexSearcher searcher;
    private final Query rights;

    Vocabulary(IndexSearcher searcher, Query rights) {
        this.searcher = searcher;
        this.rights = rights;
    }

    boolean hasStem(String stem) throws IOException {
        return any(new TermQuery(new Term(Fields.TEXT, stem)));
    }

    private boolean hasAny(Collection<String> surfaces) throws IOException {
        return any(new TermInSetQuery(Fields.WORDS, surfaces.stream().map(BytesRef::new).toList()));
    }

    /** Stops at the first document; a search would first work out where to begin best. */
    private boolean any(Query query) throws IOException {
        Weight words = weight(query);
        Weight let = weight(rights);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer found = words.scorer(leaf);
            Scorer seen = found == null ? null : let.scorer(leaf);
            if (seen != null && any(leaf, found, seen)) {
                return true;
            }
        }
        return false;
    }

    private Weight weight(Query query) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    private static boolean any(LeafReaderContext leaf, Scorer found, Scorer seen)
            throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        DocIdSetIterator both = ConjunctionUtils.intersectScorers(List.of(found, seen));
        for (int document = both.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = both.nextDoc()) {
            if (live == null || live.get(document)) {
                return true;
            }
        }
        return false;
    }

    /** Returns words that begin like this, the most frequent first. */
    List<String> completions(String prefix) throws IOException {
        Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.WORDS);
        if (terms == null) {
            return List.of();
        }
        TermsEnum all = terms.iterator();
        BytesRef start = new BytesRef(prefix);
        if (all.seekCeil(start) == TermsEnum.SeekStatus.END) {
            return List.of();
        }
        List<Candidate> found = new ArrayList<>();
        BytesRef term = all.term();
        for (int i = 0; term != null && startsWith(term, start) && i < MOST_LOOKED_AT; i++) {
            found.add(new Candidate(term.utf8ToString(), 1, all.docFreq()));
            term = all.next();
        }
        List<String> most = best(found, COMPLETIONS);
        return !most.isEmpty() && hasAny(most) ? most : List.of();
    }

    private static boolean startsWith(BytesRef term, BytesRef start) {
        return term.length >= start.length
                && Arrays.equals(
                        term.bytes,
                        term.offset,
                        term.offset + start.length,
                        start.bytes,
                        start.offset,
                        start.offset + start.length);
    }

    /** Returns the words that differ from this one by the fewest letters, the likeliest first. */
    List<String> corrections(String surface) throws IOException {
        int edits = edits(surface);
        Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.WORDS);
        if (edits == 0 || terms == null) {
            return List.of();
        }
        List<String> sameStart = visible(candidates(terms, surface, edits, 1));
        return sameStart.isEmpty() ? visible(candidates(terms, surface, 1, 0)) : sameStart;
    }

    /** How many letters may be wrong: none in short words and in numbers. */
    static int edits(String surface) {
        if (surface.length() < 4 || surface.chars().anyMatch(Character::isDigit)) {
            return 0;
        }
        return surface.length() < 8 ? 1 : 2;
    }

    private static List<Candidate> candidates(Terms terms, String surface, int edits, int same)
            throws IOException {
        FuzzyTermsEnum near =
                new FuzzyTermsEnum(terms, new Term(Fields.WORDS, surface), edits, same, true);
        BoostAttribute likeness = near.attributes().addAttribute(BoostAttribute.class);
        List<Candidate> found = new ArrayList<>();
        for (BytesRef term = near.next();
                term != null && found.size() < MOST_LOOKED_AT;
                term = near.next()) {
            found.add(new Candidate(term.utf8ToString(), likeness.getBoost(), near.docFreq()));
        }
        return found;
    }

    private List<String> visible(List<Candidate> candidates) throws IOException {
        List<String> visible = new ArrayList<>();
        for (String candidate : best(candidates, CANDIDATES)) {
            if (visible.size() < CORRECTIONS && hasAny(List.of(candidate))) {
                visible.add(candidate);
            }
        }
        return visible;
    }

    private static List<String> best(List<Candidate> candidates, int most) {
        return candidates.stream()
                .sorted(
                        Comparator.comparingDouble(Candidate::likeness)
                                .thenComparingInt(Candidate::documents)
                                .reversed()
                                .thenComparing(Candidate::surface))
                .limit(most)
                .map(Candidate::surface)
                .toList();
    }

    private record Candidate(String surface, float likeness, int documents) {}
}
