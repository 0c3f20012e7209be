package org.tieline.search.internal.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/**
 * One thing that is looked for, and all that counts as it.
 *
 * @param written as it was typed
 * @param required whether nothing is found without it
 */
record Group(String written, boolean required, List<Alternative> alternatives) {

    enum How {
        EXACT,
        SYNONYM,
        BEGINNING,
        SPELLING
    }

    /**
     * @param stems one, or several that stand one after the other
     * @param shown for people
     * @param weight 0 to 1
     */
    record Alternative(How how, List<String> stems, String shown, float weight) {
        static Alternative of(How how, String surface, float weight) {
            return new Alternative(how, List.of(English.stem(surface)), surface, weight);
        }

        boolean isPhrase() {
            return stems.size() > 1;
        }
    }

    static Query phrase(String field, List<String> stems) {
        return new PhraseQuery(field, stems.toArray(String[]::new));
    }

    /** Scores single words together as if they were one, and takes the best of them and phrases. */
    Query query(String field) {
        SynonymQuery.Builder words = new SynonymQuery.Builder(field);
        List<Query> all = new ArrayList<>();
        boolean anyWord = false;
        for (Alternative one : alternatives) {
            if (one.isPhrase()) {
                all.add(new BoostQuery(phrase(field, one.stems()), one.weight()));
            } else {
                words.addTerm(new Term(field, one.stems().get(0)), one.weight());
                anyWord = true;
            }
        }
        if (anyWord) {
            all.add(words.build());
        }
        if (all.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        return all.size() == 1 ? all.get(0) : new DisjunctionMaxQuery(all, 0);
    }

    /** A stop word, looked for because there is nothing else. */
    static Query stopWord(String surface) {
        return new TermQuery(new Term(Fields.WORDS, surface));
    }
}
