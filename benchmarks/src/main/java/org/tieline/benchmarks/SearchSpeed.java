package org.tieline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.apache.lucene.analysis.Analyzer;
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
import org.tieline.search.internal.lucene.LuceneEngine;
import org.tieline.search.internal.lucene.Synonyms;
import org.tieline.spi.search.SearchDocument;
import org.tieline.spi.search.Visibility;

/**
 * The product's engine beside Lucene used directly, for the same documents, queries and work: the
 * best 20 with marked passages, and counts of all values of three fields. Documents are made up:
 * words by Zipf's law, as in English.
 */
final class SearchSpeed {
    private static final int VOCABULARY = 60_000;
    private static final int WORDS_IN_BODY = 120;
    private static final int WORDS_IN_TITLE = 7;
    private static final int SHOWN = 20;
    private static final int QUERIES = 300;
    private static final int WARM_UP = 100;
    private static final int BATCH = 1_000;
    private static final List<String> TOPICS =
            List.of("Radio", "Telephone", "Software", "Power", "Staffing", "Weather");

    private final int size;
    private final double[] zipf = new double[VOCABULARY];

    /**
     * @param perSecond documents indexed in a second by the product
     * @param mib heap in use after the queries, both indexes open
     */
    record Result(int size, Histogram lucene, Histogram product, double perSecond, long mib) {}

    private SearchSpeed(int size) {
        this.size = size;
        double sum = 0;
        for (int i = 0; i < VOCABULARY; i++) {
            sum += 1 / (i + 2.7);
            zipf[i] = sum;
        }
    }

    static Result measure(int size) throws IOException {
        Path directory = Files.createTempDirectory("tieline-speed-");
        try {
            return new SearchSpeed(size).measure(directory);
        } finally {
            try (Stream<Path> all = Files.walk(directory)) {
                all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
    }

    private Result measure(Path directory) throws IOException {
        Histogram lucene = new Histogram(3);
        Histogram product = new Histogram(3);
        double perSecond;
        long used;
        Synonyms synonyms = Synonyms.builtIn();
        try (LuceneEngine engine = new LuceneEngine(directory.resolve("product"), () -> synonyms);
                Raw raw = new Raw(directory.resolve("lucene"))) {
            long begin = System.nanoTime();
            fill(documents -> engine.put(SearchQuality.KIND, documents, 0));
            engine.commit(Map.of());
            engine.refresh();
            perSecond = size / ((System.nanoTime() - begin) / 1e9);
            fill(raw::add);
            raw.open();
            Random random = new Random(7);
            for (int i = 0; i < WARM_UP + QUERIES; i++) {
                List<String> words = words(random, 2 + random.nextInt(3), 5_000);
                long start = System.nanoTime();
                raw.search(words);
                long between = System.nanoTime();
                engine.search(SearchQuality.question(String.join(" ", words), 0, SHOWN));
                long end = System.nanoTime();
                if (i >= WARM_UP) {
                    lucene.recordValue(between - start);
                    product.recordValue(end - between);
                }
            }
            used = usedMib();
        }
        return new Result(size, lucene, product, perSecond, used);
    }

    private static long usedMib() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private interface Sink {
        void accept(List<SearchDocument> documents) throws IOException;
    }

    private void fill(Sink sink) throws IOException {
        Random random = new Random(42);
        List<SearchDocument> batch = new ArrayList<>(BATCH);
        for (int i = 0; i < size; i++) {
            batch.add(document(i, random));
            if (batch.size() == BATCH || i == size - 1) {
                sink.accept(batch);
                batch.clear();
            }
        }
    }

    private SearchDocument document(int id, Random random) {
        StringBuilder body = new StringBuilder();
        List<String> words = words(random, WORDS_IN_BODY, VOCABULARY);
        for (int i = 0; i < words.size(); i++) {
            body.append(words.get(i)).append(i % 15 == 14 ? ". " : " ");
        }
        return new SearchDocument(
                Integer.toString(id),
                "center-" + random.nextInt(500),
                List.of(Visibility.anywhere(SearchQuality.READ)),
                String.join(" ", words(random, WORDS_IN_TITLE, VOCABULARY)),
                body.toString(),
                List.of(),
                Map.of("topic", List.of(TOPICS.get(random.nextInt(TOPICS.size())))),
                Optional.of(Instant.ofEpochSecond(1_000_000_000L + random.nextInt(700_000_000))),
                Map.of(),
                "/documents/" + id);
    }

    private List<String> words(Random random, int count, int vocabulary) {
        List<String> words = new ArrayList<>(count);
        while (words.size() < count) {
            int at = Arrays.binarySearch(zipf, random.nextDouble() * zipf[vocabulary - 1]);
            words.add(word(at < 0 ? -at - 1 : at));
        }
        return words;
    }

    /** A pronounceable word for a number. */
    private static String word(int number) {
        String consonants = "bdfgklmnprstvz";
        String vowels = "aeiou";
        StringBuilder word = new StringBuilder("k");
        for (int rest = number + 70; rest > 0; rest /= 70) {
            word.append(vowels.charAt(rest % 5)).append(consonants.charAt(rest / 5 % 14));
        }
        return word.toString();
    }

    /** Lucene as a program would use it without ours. */
    private static final class Raw implements AutoCloseable {
        private final Directory directory;
        private final Analyzer analyzer = new EnglishAnalyzer();
        private final IndexWriter writer;
        private DirectoryReader reader;
        private IndexSearcher searcher;

        Raw(Path path) throws IOException {
            directory = FSDirectory.open(path);
            writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
        }

        void add(List<SearchDocument> documents) throws IOException {
            for (SearchDocument source : documents) {
                Document document = new Document();
                document.add(new StringField("id", source.id(), Field.Store.YES));
                document.add(
                        new TextField(
                                "text", source.title() + " " + source.body(), Field.Store.YES));
                for (String value :
                        List.of(
                                "center:" + source.center(),
                                "topic:" + source.values().get("topic").get(0),
                                "year:" + source.date().orElseThrow().toString().substring(0, 4),
                                "kind:" + SearchQuality.KIND)) {
                    document.add(new SortedSetDocValuesField("facets", new BytesRef(value)));
                }
                document.add(new StoredField("path", source.path()));
                writer.addDocument(document);
            }
        }

        void open() throws IOException {
            writer.commit();
            reader = DirectoryReader.open(directory);
            searcher = new IndexSearcher(reader);
        }

        void search(List<String> words) throws IOException {
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            for (String word : words) {
                query.add(new TermQuery(new Term("text", stem(word))), Occur.SHOULD);
            }
            Query all = query.build();
            TopDocs top = searcher.search(all, SHOWN);
            searcher.search(all, new Counts());
            new UnifiedHighlighter.Builder(searcher, analyzer)
                    .build()
                    .highlight("text", all, top, 3);
        }

        private String stem(String word) throws IOException {
            try (var stream = analyzer.tokenStream("text", word)) {
                var term = stream.addAttribute(CharTermAttribute.class);
                stream.reset();
                stream.incrementToken();
                String stem = term.toString();
                stream.end();
                return stem;
            }
        }

        @Override
        public void close() throws IOException {
            reader.close();
            writer.close();
            directory.close();
        }
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
