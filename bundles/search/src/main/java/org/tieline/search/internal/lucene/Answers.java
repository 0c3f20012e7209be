package org.tieline.search.internal.lucene;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.tieline.api.RecordRef;
import org.tieline.api.search.Facet;
import org.tieline.api.search.Hit;
import org.tieline.api.search.SearchRequest;
import org.tieline.api.search.Suggestion;
import org.tieline.search.internal.engine.Found;
import org.tieline.search.internal.engine.Kinds;
import org.tieline.search.internal.engine.Question;
import org.tieline.search.internal.engine.Viewer;

/** What an index answers, in the state in which a searcher sees it. */
final class Answers {
    private static final int LIKE_TERMS = 25;

    private final Supplier<Synonyms> synonyms;
    private final Executor others;

    /**
     * @param others do a part of the work beside the thread that asks
     */
    Answers(Supplier<Synonyms> synonyms, Executor others) {
        this.synonyms = synonyms;
        this.others = others;
    }

    Found search(IndexSearcher searcher, Question question, String snapshot) throws IOException {
        Query rights = Rights.filter(question.viewer());
        QueryText text = QueryText.of(question.text(), question.kinds()::isField);
        ParsedQuery reading = read(searcher, text, rights, question.typing());
        Map<String, Set<String>> filters = new LinkedHashMap<>(text.filters());
        question.filters().forEach((field, values) -> filters.merge(field, values, Answers::both));
        if (reading.isEmpty(filters) || question.viewer().blind()) {
            return new Found(List.of(), false, 0, List.of(), Optional.empty(), snapshot);
        }
        FilteredSearch filteredSearch =
                new FilteredSearch(searcher, reading.words(), reading.conditions(filters));
        ParallelTask<FacetCounts> counted =
                new ParallelTask<>(others, () -> FacetCounts.of(filteredSearch));
        try {
            return found(searcher, question, snapshot, reading, filteredSearch, filters, counted);
        } finally {
            counted.result();
        }
    }

    private Found found(
            IndexSearcher searcher,
            Question question,
            String snapshot,
            ParsedQuery reading,
            FilteredSearch filteredSearch,
            Map<String, Set<String>> filters,
            ParallelTask<FacetCounts> counted)
            throws IOException {
        int wanted = Math.min(SearchRequest.MAX_RESULTS, question.offset() + question.limit() + 1);
        Ranking ranking = new Ranking(searcher);
        List<ScoreDoc> ranked = ranking.rank(reading, filteredSearch, wanted, question.typing());
        int from = Math.min(question.offset(), ranked.size());
        int to = Math.min(question.offset() + question.limit(), ranked.size());
        Showing showing = new Showing(searcher, question, reading, ranking);
        List<Hit> hits = ParallelTask.halves(others, ranked.subList(from, to), showing::of);
        FacetCounts facetCounts = counted.result();
        return new Found(
                hits,
                ranked.size() > to,
                facetCounts.total(),
                facets(searcher, reading, filters, facetCounts, question.kinds()),
                reading.corrected(),
                snapshot);
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private ParsedQuery read(IndexSearcher searcher, QueryText text, Query rights, boolean typing)
            throws IOException {
        return ParsedQuery.of(
                text, typing, rights, new Vocabulary(searcher, rights), synonyms.get());
    }

    /** Counts a field that is filtered by as if it were not: so its other values can be chosen. */
    private static List<Facet> facets(
            IndexSearcher searcher,
            ParsedQuery reading,
            Map<String, Set<String>> filters,
            FacetCounts facetCounts,
            Kinds kinds)
            throws IOException {
        List<Facet> facets = new ArrayList<>();
        for (String field : kinds.fields().keySet()) {
            FacetCounts counted = facetCounts;
            if (filters.containsKey(field)) {
                Map<String, Set<String>> others = new HashMap<>(filters);
                others.remove(field);
                counted =
                        FacetCounts.of(
                                new FilteredSearch(
                                        searcher, reading.words(), reading.conditions(others)));
            }
            Facet facet = counted.facet(field, kinds);
            if (!facet.values().isEmpty()) {
                facets.add(facet);
            }
        }
        return facets;
    }

    /** Makes hits of what was found; may be asked by several threads. */
    private record Showing(
            IndexSearcher searcher, Question question, ParsedQuery reading, Ranking ranking) {
        List<Hit> of(List<ScoreDoc> documents) throws IOException {
            List<Hit> hits = new ArrayList<>();
            Excerpts excerpts = new Excerpts(reading);
            Reasons reasons = new Reasons(reading);
            StoredFields fields = searcher.storedFields();
            for (ScoreDoc document : documents) {
                Document stored = fields.document(document.doc);
                List<String> why =
                        question.explain()
                                ? reasons.of(
                                        stored,
                                        ranking.wasNamed(document.doc),
                                        ranking.wasLifted(document.doc))
                                : List.of();
                hits.add(hit(stored, question.kinds(), excerpts, why));
            }
            return hits;
        }
    }

    private static Hit hit(Document stored, Kinds kinds, Excerpts excerpts, List<String> why)
            throws IOException {
        String kind = stored.get(Fields.KIND);
        return new Hit(
                new RecordRef(kind, stored.get(Fields.ID)),
                kinds.label(kind),
                excerpts.title(stored.get(Fields.SHOWN_TITLE)),
                stored.get(Fields.PATH),
                stored.get(Fields.CENTER),
                Optional.ofNullable(stored.getField(Fields.DATE))
                        .map(date -> Instant.ofEpochMilli(date.numericValue().longValue())),
                excerpts.passages(stored.get(Fields.BODY)),
                why);
    }

    List<Suggestion> suggest(IndexSearcher searcher, Question question) throws IOException {
        QueryText text = QueryText.of(question.text(), question.kinds()::isField);
        ParsedQuery reading = read(searcher, text, Rights.filter(question.viewer()), true);
        if (reading.size() == 0 || question.viewer().blind()) {
            return List.<Suggestion>of();
        }
        Query query = reading.title();
        Excerpts excerpts = new Excerpts(reading);
        List<Suggestion> suggestions = new ArrayList<>();
        for (ScoreDoc document : searcher.search(query, question.limit()).scoreDocs) {
            Document stored = searcher.storedFields().document(document.doc);
            Hit hit = hit(stored, question.kinds(), excerpts, List.of());
            suggestions.add(new Suggestion(hit.record(), hit.kindLabel(), hit.title(), hit.path()));
        }
        return suggestions;
    }

    Optional<List<Hit>> similar(
            IndexSearcher searcher, RecordRef record, Viewer viewer, Kinds kinds, int limit)
            throws IOException {
        Query rights = Rights.filter(viewer);
        Query itself = new TermQuery(Rights.key(record.kind(), record.id()));
        Query visible =
                new BooleanQuery.Builder()
                        .add(itself, Occur.FILTER)
                        .add(rights, Occur.FILTER)
                        .build();
        ScoreDoc[] found = searcher.search(visible, 1).scoreDocs;
        if (found.length == 0) {
            return Optional.<List<Hit>>empty();
        }
        Document stored = searcher.storedFields().document(found[0].doc);
        Query others =
                new BooleanQuery.Builder()
                        .add(like(searcher, stored), Occur.MUST)
                        .add(rights, Occur.FILTER)
                        .add(itself, Occur.MUST_NOT)
                        .build();
        Excerpts none = new Excerpts(read(searcher, QueryText.of("", f -> false), rights, false));
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc document : searcher.search(others, limit).scoreDocs) {
            hits.add(hit(searcher.storedFields().document(document.doc), kinds, none, List.of()));
        }
        return Optional.of(hits);
    }

    private static Query like(IndexSearcher searcher, Document stored) throws IOException {
        MoreLikeThis like = new MoreLikeThis(searcher.getIndexReader());
        like.setAnalyzer(English.STEMS);
        like.setFieldNames(new String[] {Fields.TEXT});
        like.setMinTermFreq(1);
        like.setMinDocFreq(1);
        like.setMaxQueryTerms(LIKE_TERMS);
        like.setBoost(true);
        return like.like(
                Fields.TEXT,
                new StringReader(stored.get(Fields.SHOWN_TITLE) + "\n" + stored.get(Fields.BODY)));
    }
}
