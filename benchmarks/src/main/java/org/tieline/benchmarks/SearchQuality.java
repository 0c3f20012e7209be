package org.tieline.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.api.access.Role;
import org.tieline.search.internal.engine.Kinds;
import org.tieline.search.internal.engine.Question;
import org.tieline.search.internal.engine.Viewer;
import org.tieline.search.internal.lucene.LuceneEngine;
import org.tieline.search.internal.lucene.Synonyms;
import org.tieline.spi.search.SearchDocument;
import org.tieline.spi.search.Visibility;

/** How good the order of results is, beside Lucene as it comes. */
final class SearchQuality {
    static final String KIND = "document";
    static final Operation READ = Operation.of("document.read", Role.values());
    static final Viewer VIEWER = new Viewer(Set.of(KIND), Map.of(READ.name(), Reach.EVERYWHERE));
    static final Kinds KINDS = new Kinds(Map.of(KIND, "Document"), Map.of("kind", "Kind"));

    private SearchQuality() {}

    /** Measures the product's own engine. */
    static JudgedCollection.Quality product(JudgedCollection collection) throws Exception {
        Path directory = Files.createTempDirectory("tieline-quality-");
        try (LuceneEngine engine = new LuceneEngine(directory, () -> Synonyms.builtIn())) {
            engine.put(
                    KIND, collection.documents().stream().map(SearchQuality::document).toList(), 0);
            engine.refresh();
            return collection.measure(query -> ids(engine, query));
        }
    }

    private static SearchDocument document(JudgedCollection.Doc doc) {
        return new SearchDocument(
                doc.id(),
                "*",
                List.of(Visibility.anywhere(READ)),
                doc.title(),
                doc.body(),
                List.of(),
                Map.of(),
                Optional.empty(),
                Map.of(),
                "/documents/" + doc.id());
    }

    static Question question(String text, int offset, int limit) {
        return new Question(
                text, Map.of(), false, false, VIEWER, KINDS, Optional.empty(), offset, limit);
    }

    private static List<String> ids(LuceneEngine engine, String query) {
        List<String> ids = new ArrayList<>();
        engine.search(question(query, 0, JudgedCollection.DEPTH))
                .hits()
                .forEach(hit -> ids.add(hit.record().id()));
        return ids;
    }

    /** Measures BM25 over title and body in one field. */
    static JudgedCollection.Quality lucene(JudgedCollection collection) throws Exception {
        try (Directory directory = new ByteBuffersDirectory();
                Analyzer analyzer = new EnglishAnalyzer()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (JudgedCollection.Doc doc : collection.documents()) {
                    Document document = new Document();
                    document.add(new StringField("id", doc.id(), Field.Store.YES));
                    document.add(
                            new TextField("text", doc.title() + " " + doc.body(), Field.Store.NO));
                    writer.addDocument(document);
                }
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
                return collection.measure(query -> lucene(searcher, analyzer, query));
            }
        }
    }

    private static List<String> lucene(IndexSearcher searcher, Analyzer analyzer, String query)
            throws Exception {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        try (TokenStream stream = analyzer.tokenStream("text", query)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(new TermQuery(new Term("text", term.toString())), Occur.SHOULD);
            }
            stream.end();
        }
        List<String> ids = new ArrayList<>();
        for (ScoreDoc doc : searcher.search(words.build(), JudgedCollection.DEPTH).scoreDocs) {
            ids.add(searcher.storedFields().document(doc.doc).get("id"));
        }
        return ids;
    }
}
