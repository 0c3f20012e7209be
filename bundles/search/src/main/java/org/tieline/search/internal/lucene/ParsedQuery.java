package org.tieline.search.internal.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.tieline.search.internal.lucene.Group.Alternative;
import org.tieline.search.internal.lucene.Group.How;
import org.tieline.search.internal.lucene.QueryText.Part;

/** What a query means in this index, for this viewer. */
final class ParsedQuery {
    private static final float SYNONYM = 0.8f;
    private static final float BEGINNING = 0.7f;
    private static final float SPELLING = 0.5f;
    private static final float PAIRS = 0.3f;
    private static final float TITLE = 0.1f;

    /** Of so many words, one must be there. */
    private static final int ONE_OF = 5;

    private final QueryText text;
    private final Query rights;
    private final Vocabulary vocabulary;
    private final Synonyms synonyms;
    private final List<Group> groups = new ArrayList<>();
    private final List<Query> stopWords = new ArrayList<>();
    private final List<Query> without = new ArrayList<>();
    private final Map<Part, String> corrections = new LinkedHashMap<>();

    /** The stems of plain words in their order; empty between words that do not stand together. */
    private final List<Optional<String>> order = new ArrayList<>();

    private ParsedQuery(QueryText text, Query rights, Vocabulary vocabulary, Synonyms synonyms) {
        this.text = text;
        this.rights = rights;
        this.vocabulary = vocabulary;
        this.synonyms = synonyms;
    }

    static ParsedQuery of(
            QueryText text, boolean typing, Query rights, Vocabulary vocabulary, Synonyms synonyms)
            throws IOException {
        ParsedQuery parsedQuery = new ParsedQuery(text, rights, vocabulary, synonyms);
        for (int i = 0; i < text.parts().size(); i++) {
            boolean unfinished = typing && text.open() && i == text.parts().size() - 1;
            parsedQuery.read(text.parts().get(i), unfinished);
        }
        parsedQuery.readPhrasesWithSynonyms();
        return parsedQuery;
    }

    private void read(Part part, boolean unfinished) throws IOException {
        List<English.Word> words = English.words(part.text());
        List<String> stems = words.stream().flatMap(word -> word.stem().stream()).toList();
        if (words.isEmpty()) {
            return;
        }
        if (part.without()) {
            without.add(
                    stems.isEmpty()
                            ? Group.stopWord(words.get(0).surface())
                            : Group.phrase(Fields.TEXT, stems));
        } else if (stems.isEmpty() && !unfinished) {
            stopWords.add(Group.stopWord(words.get(0).surface()));
        } else if (words.size() > 1 && !part.quoted() && !isName(words)) {
            for (int i = 0; i < words.size(); i++) {
                English.Word word = words.get(i);
                if (word.stem().isPresent()) {
                    word(part, word, unfinished && i == words.size() - 1, false);
                }
            }
        } else if (part.quoted() || words.size() > 1) {
            order.add(Optional.empty());
            if (!stems.isEmpty()) {
                groups.add(
                        new Group(
                                part.text(),
                                part.quoted(),
                                List.of(new Alternative(How.EXACT, stems, part.text(), 1))));
                stems.forEach(stem -> order.add(Optional.of(stem)));
            }
        } else {
            word(part, words.get(0), unfinished, true);
        }
    }

    /** True for numbers, addresses and the like, which stand as a whole or not at all. */
    private static boolean isName(List<English.Word> words) {
        return words.stream()
                .anyMatch(word -> word.surface().chars().anyMatch(c -> !Character.isLetter(c)));
    }

    private void word(Part part, English.Word word, boolean unfinished, boolean whole)
            throws IOException {
        Map<List<String>, Alternative> found = new LinkedHashMap<>();
        String stem = word.stem().orElseGet(() -> English.stem(word.surface()));
        add(found, new Alternative(How.EXACT, List.of(stem), word.surface(), 1));
        synonyms.of(List.of(stem))
                .forEach(
                        (stems, shown) ->
                                add(found, new Alternative(How.SYNONYM, stems, shown, SYNONYM)));
        if (unfinished) {
            vocabulary
                    .completions(word.surface())
                    .forEach(other -> add(found, Alternative.of(How.BEGINNING, other, BEGINNING)));
        }
        if (found.size() == 1 && !vocabulary.hasStem(stem)) {
            List<String> nearest = vocabulary.corrections(word.surface());
            if (!nearest.isEmpty()) {
                found.clear();
                if (whole) {
                    corrections.put(part, nearest.get(0));
                }
                nearest.forEach(other -> add(found, Alternative.of(How.SPELLING, other, SPELLING)));
            }
        }
        groups.add(
                new Group(
                        whole ? part.text() : word.surface(), false, List.copyOf(found.values())));
        order.add(
                found.values().stream()
                        .findFirst()
                        .filter(first -> !first.isPhrase())
                        .map(first -> first.stems().get(0)));
    }

    private static void add(Map<List<String>, Alternative> found, Alternative alternative) {
        found.putIfAbsent(alternative.stems(), alternative);
    }

    /** Adds what phrases of several plain words can also be called. */
    private void readPhrasesWithSynonyms() {
        for (int from = 0; from < order.size(); from++) {
            List<String> stems = new ArrayList<>();
            for (int i = from;
                    i < order.size() && order.get(i).isPresent() && stems.size() < Synonyms.LONGEST;
                    i++) {
                stems.add(order.get(i).get());
                Map<List<String>, String> others =
                        stems.size() > 1 ? synonyms.of(List.copyOf(stems)) : Map.of();
                if (!others.isEmpty()) {
                    groups.add(
                            new Group(
                                    String.join(" ", stems),
                                    false,
                                    others.entrySet().stream()
                                            .map(
                                                    one ->
                                                            new Alternative(
                                                                    How.SYNONYM,
                                                                    one.getKey(),
                                                                    one.getValue(),
                                                                    SYNONYM))
                                            .toList()));
                }
            }
        }
    }

    List<Group> groups() {
        return groups;
    }

    /** True if it holds words, so that results have an order of their own. */
    boolean hasWords() {
        return !groups.isEmpty() || !stopWords.isEmpty();
    }

    /** True if nothing at all was asked for. */
    boolean isEmpty(Map<String, Set<String>> filters) {
        return !hasWords() && without.isEmpty() && filters.isEmpty();
    }

    /** How many words it has that can be told apart. */
    int size() {
        return groups.size();
    }

    /** What is looked for and scores. */
    Query words() {
        if (!hasWords()) {
            return new MatchAllDocsQuery();
        }
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        int optional = 0;
        for (Group group : groups) {
            words.add(group.query(Fields.TEXT), group.required() ? Occur.MUST : Occur.SHOULD);
            optional += group.required() ? 0 : 1;
        }
        if (groups.isEmpty()) {
            stopWords.forEach(word -> words.add(word, Occur.SHOULD));
            optional = stopWords.size();
        }
        boolean required = groups.stream().anyMatch(Group::required);
        if (optional > 0) {
            words.setMinimumNumberShouldMatch(required ? 0 : Math.max(1, optional / ONE_OF));
        }
        return words.build();
    }

    /**
     * Who may see it, what must not be there, and the values asked for.
     *
     * @param filters the values of which a field must have one
     */
    Query conditions(Map<String, Set<String>> filters) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(rights, Occur.FILTER);
        filters.forEach((field, values) -> all.add(oneOf(field, values), Occur.FILTER));
        without.forEach(query -> all.add(query, Occur.MUST_NOT));
        text.excluded().forEach((field, values) -> all.add(oneOf(field, values), Occur.MUST_NOT));
        return all.build();
    }

    /** What makes the best of those that were found better. */
    Query refinement() {
        BooleanQuery.Builder refinement = new BooleanQuery.Builder();
        for (Group group : groups) {
            refinement.add(new BoostQuery(group.query(Fields.TITLE), TITLE), Occur.SHOULD);
        }
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 1; i < order.size(); i++) {
            if (order.get(i - 1).isPresent() && order.get(i).isPresent()) {
                pairs.add(order.get(i - 1).get() + ' ' + order.get(i).get());
            }
        }
        for (String pair : pairs) {
            refinement.add(
                    new BoostQuery(new TermQuery(new Term(Fields.PAIRS, pair)), PAIRS),
                    Occur.SHOULD);
        }
        return refinement.build();
    }

    /** Records whose title is just what was typed. */
    Query wholeTitle() {
        return new TermQuery(
                new Term(Fields.WHOLE_TITLE, Documents.whole(English.words(text.text()))));
    }

    /** Titles that have all the words, the last one perhaps unfinished, under all conditions. */
    Query title() {
        BooleanQuery.Builder all =
                new BooleanQuery.Builder().add(conditions(text.filters()), Occur.FILTER);
        for (int i = 0; i < groups.size(); i++) {
            Query query = groups.get(i).query(Fields.TITLE);
            if (i == groups.size() - 1 && text.open()) {
                List<English.Word> last = English.words(groups.get(i).written());
                String prefix = Fields.prefix(last.get(last.size() - 1).surface());
                query =
                        new BooleanQuery.Builder()
                                .add(query, Occur.SHOULD)
                                .add(
                                        new TermQuery(new Term(Fields.TITLE_PREFIX, prefix)),
                                        Occur.SHOULD)
                                .build();
            }
            all.add(query, Occur.MUST);
        }
        return all.build();
    }

    private static Query oneOf(String field, Set<String> values) {
        return new TermInSetQuery(
                Fields.value(field),
                values.stream().map(Documents::comparable).map(BytesRef::new).toList());
    }

    /** The text with misspelt words put right, if some were. */
    Optional<String> corrected() {
        if (corrections.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder right = new StringBuilder();
        int from = 0;
        for (Map.Entry<Part, String> correction : corrections.entrySet()) {
            right.append(text.text(), from, correction.getKey().from())
                    .append(correction.getValue());
            from = correction.getKey().to();
        }
        return Optional.of(right.append(text.text().substring(from)).toString().strip());
    }
}
