package org.tieline.search.internal.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilteredSearchTest {
    private static final int DOCUMENTS = 3_000;
    private static final int WORDS = 30;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void findsWhatBothAsOneQueryFindHoweverManyTheConditionsLetThrough(long seed)
            throws IOException {
        Random random = new Random(seed);
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            fill(directory, random);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                for (Query conditions : conditions()) {
                    FilteredSearch filteredSearch =
                            new FilteredSearch(searcher, words(random), conditions);
                    List<String> expected =
                            told(searcher.search(filteredSearch.query(), DOCUMENTS).scoreDocs);
                    assertThat(found(filteredSearch, DOCUMENTS))
                            .as("%s", conditions)
                            .isEqualTo(expected);
                    assertThat(found(filteredSearch, 20))
                            .as("%s", conditions)
                            .isEqualTo(expected.subList(0, Math.min(20, expected.size())));
                }
            }
        }
    }

    private static List<String> found(FilteredSearch filteredSearch, int most) throws IOException {
        return told(filteredSearch.search(new TopScoreDocCollectorManager(most, most)).scoreDocs);
    }

    private static List<String> told(ScoreDoc[] documents) {
        return Arrays.stream(documents).map(one -> one.doc + " " + one.score).toList();
    }

    /** Some that let through most, some, few and none. */
    private static List<Query> conditions() {
        return List.of(
                new MatchAllDocsQuery(),
                new BooleanQuery.Builder()
                        .add(share("most"), Occur.FILTER)
                        .add(share("some"), Occur.MUST_NOT)
                        .build(),
                share("most"),
                share("some"),
                share("few"),
                share("nobody's"),
                new MatchNoDocsQuery());
    }

    private static Query share(String name) {
        return new TermQuery(new Term("share", name));
    }

    private static Query words(Random random) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        for (int i = 0; i < 3; i++) {
            words.add(new TermQuery(new Term("text", word(random))), Occur.SHOULD);
        }
        return words.build();
    }

    private static String word(Random random) {
        return "w" + random.nextInt(WORDS);
    }

    private static void fill(ByteBuffersDirectory directory, Random random) throws IOException {
        try (IndexWriter writer =
                new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            for (int i = 0; i < DOCUMENTS; i++) {
                Document document = new Document();
                StringBuilder text = new StringBuilder();
                for (int words = random.nextInt(8); words >= 0; words--) {
                    text.append(word(random)).append(' ');
                }
                document.add(new TextField("text", text.toString(), Store.NO));
                addShare(document, random, "most", 0.8);
                addShare(document, random, "some", 0.2);
                addShare(document, random, "few", 0.01);
                writer.addDocument(document);
                if (i % 1_000 == 999) {
                    writer.commit();
                }
            }
        }
    }

    private static void addShare(Document document, Random random, String name, double share) {
        if (random.nextDouble() < share) {
            document.add(new StringField("share", name, Store.NO));
        }
    }
}
