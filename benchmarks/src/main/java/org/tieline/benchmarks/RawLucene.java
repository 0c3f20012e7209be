package org.tieline.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.tieline.benchmarks.RecombinedLessons.Lesson;

/** Lucene as a program would use it without ours. */
final class RawLucene implements AutoCloseable {
    private final Directory directory;
    private final Analyzer analyzer = new EnglishAnalyzer();
    private final IndexWriter writer;
    private DirectoryReader reader;
    private IndexSearcher searcher;

    RawLucene(Path path) throws IOException {
        directory = FSDirectory.open(path);
        writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
    }

    void add(Lesson lesson) throws IOException {
        Document document = new Document();
        document.add(new StringField("id", Integer.toString(lesson.number()), Field.Store.YES));
        document.add(new TextField("text", lesson.title() + " " + lesson.body(), Field.Store.YES));
        for (String value :
                List.of(
                        "kind:lesson",
                        "center:" + lesson.piece().center(),
                        "year:" + lesson.happened().getYear(),
                        "category:" + lesson.piece().category(),
                        "topic:" + lesson.topic(),
                        "system:" + lesson.system(),
                        "severity:" + lesson.piece().severity(),
                        "source:import",
                        "state:published")) {
            document.add(new SortedSetDocValuesField("facets", new BytesRef(value)));
        }
        document.add(new StoredField("path", "/lessons/" + lesson.number()));
        writer.addDocument(document);
    }

    void open() throws IOException {
        writer.commit();
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    /** Finds the best, marks passages in them, and counts all values of all that fit. */
    void search(List<String> words, int shown) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        try (TokenStream stream = analyzer.tokenStream("text", String.join(" ", words))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                query.add(new TermQuery(new Term("text", term.toString())), Occur.SHOULD);
            }
            stream.end();
        }
        Query all = query.build();
        TopDocs top = searcher.search(all, shown);
        searcher.search(all, new Counts());
        new UnifiedHighlighter.Builder(searcher, analyzer).build().highlight("text", all, top, 3);
    }

    @Override
    public void close() throws IOException {
        reader.close();
        writer.close();
        directory.close();
    }

    /** Counts every value of the documents found. */
    private static final class Counts extends SimpleCollector {
        private SortedSetDocValues values;
        private int[] counts;

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            values = leaf.reader().getSortedSetDocValues("facets");
            counts = new int[(int) values.getValueCount()];
        }

        @Override
        public void collect(int document) throws IOException {
            if (values.advanceExact(document)) {
                for (int i = values.docValueCount(); i > 0; i--) {
                    counts[(int) values.nextOrd()]++;
                }
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
