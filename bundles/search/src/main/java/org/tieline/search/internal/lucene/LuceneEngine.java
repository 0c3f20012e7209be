package org.tieline.search.internal.lucene;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCache;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.RecordRef;
import org.tieline.api.search.Facet;
import org.tieline.api.search.Hit;
import org.tieline.api.search.SearchRequest;
import org.tieline.api.search.Suggestion;
import org.tieline.search.internal.Engine;
import org.tieline.search.internal.Found;
import org.tieline.search.internal.Kinds;
import org.tieline.search.internal.Question;
import org.tieline.search.internal.Viewer;
import org.tieline.spi.search.SearchDocument;

/** The index in one directory. */
public final class LuceneEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneEngine.class);
    private static final Similarity SIMILARITY = new BM25Similarity(1.5f, 0.75f);
    private static final double BUFFER_MIB = 32;
    private static final double SNAPSHOT_SECONDS = 600;
    private static final int LIKE_TERMS = 25;
    private static final int DOCUMENTS_IN_PART = 250_000;

    private final Path path;
    private final Supplier<Synonyms> synonyms;
    private final String name = UUID.randomUUID().toString();
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final SearcherLifetimeManager snapshots = new SearcherLifetimeManager();
    private final ExecutorService parts = threads("search part");

    /** Apart from the parts, for which it waits. */
    private final ExecutorService counting = threads("search count");

    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private volatile Map<Path, Long> committed = Map.of();
    private volatile boolean closed;

    /**
     * Opens the index of this directory, or makes one.
     *
     * @throws Damaged if there is one that cannot be read
     */
    public LuceneEngine(Path path, Supplier<Synonyms> synonyms) {
        this.path = path;
        this.synonyms = synonyms;
        Directory opened = null;
        IndexWriter writing = null;
        try {
            Files.createDirectories(path);
            opened = FSDirectory.open(path);
            IndexWriterConfig config = new IndexWriterConfig(English.STEMS);
            config.setSimilarity(SIMILARITY);
            config.setRAMBufferSizeMB(BUFFER_MIB);
            config.setCommitOnClose(false);
            writing = new IndexWriter(opened, config);
            directory = opened;
            writer = writing;
            searchers = new SearcherManager(writer, new Searchers(parts));
            note();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            closeQuietly(writing);
            closeQuietly(opened);
            throw new Damaged(e);
        }
    }

    private static ExecutorService threads(String name) {
        return Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** A large index is searched in several parts at once. */
    private static final class Searchers extends SearcherFactory {
        private final Executor parts;
        private final QueryCache kept = RightsQuery.cache();

        Searchers(Executor parts) {
            this.parts = parts;
        }

        @Override
        public IndexSearcher newSearcher(IndexReader reader, IndexReader before) {
            IndexSearcher searcher =
                    new IndexSearcher(reader, parts) {
                        @Override
                        protected LeafSlice[] slices(List<LeafReaderContext> leaves) {
                            return slices(leaves, DOCUMENTS_IN_PART, Integer.MAX_VALUE);
                        }
                    };
            RightsQuery.keep(searcher, kept);
            searcher.setSimilarity(SIMILARITY);
            return searcher;
        }
    }

    @Override
    public void put(String kind, Collection<SearchDocument> documents, long load) {
        writing(
                () -> {
                    for (SearchDocument document : documents) {
                        writer.updateDocument(
                                Rights.key(kind, document.id()),
                                Documents.of(kind, document, load));
                    }
                });
    }

    @Override
    public void remove(String kind, Collection<String> ids) {
        Term[] keys = ids.stream().map(id -> Rights.key(kind, id)).toArray(Term[]::new);
        writing(() -> writer.deleteDocuments(keys));
    }

    @Override
    public void removeOthers(String kind, long load) {
        writing(
                () ->
                        writer.deleteDocuments(
                                new BooleanQuery.Builder()
                                        .add(
                                                new TermQuery(new Term(Fields.KIND, kind)),
                                                Occur.FILTER)
                                        .add(
                                                new TermQuery(
                                                        new Term(Fields.LOAD, Long.toString(load))),
                                                Occur.MUST_NOT)
                                        .build()));
    }

    @Override
    public void refresh() {
        writing(
                () -> {
                    searchers.maybeRefreshBlocking();
                    snapshots.prune(new SearcherLifetimeManager.PruneByAge(SNAPSHOT_SECONDS));
                });
    }

    @Override
    public void commit(Map<String, String> notes) {
        writing(
                () -> {
                    writer.setLiveCommitData(notes.entrySet());
                    writer.commit();
                    note();
                });
    }

    @Override
    public Map<String, String> notes() {
        Map<String, String> notes = new HashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> notes.put(entry.getKey(), entry.getValue()));
        }
        return notes;
    }

    /** Notes which files hold what was committed, and how long they are. */
    private void note() throws IOException {
        Map<Path, Long> files = new HashMap<>();
        if (DirectoryReader.indexExists(directory)) {
            List<IndexCommit> commits = DirectoryReader.listCommits(directory);
            for (String file : commits.get(commits.size() - 1).getFileNames()) {
                files.put(path.resolve(file), directory.fileLength(file));
            }
        }
        committed = files;
    }

    @Override
    public void check() {
        for (Map.Entry<Path, Long> file : committed.entrySet()) {
            try {
                if (Files.size(file.getKey()) != file.getValue()
                        && committed.containsKey(file.getKey())) {
                    throw new Damaged(file.getKey().getFileName() + " is not as it was written");
                }
            } catch (NoSuchFileException e) {
                if (committed.containsKey(file.getKey())) {
                    throw new Damaged(file.getKey().getFileName() + " is missing");
                }
            } catch (IOException e) {
                throw new Damaged(e);
            }
        }
    }

    @Override
    public long size() {
        return reading(searcher -> (long) searcher.getIndexReader().numDocs());
    }

    @Override
    public Found search(Question question) {
        return onSnapshot(question.snapshot(), searcher -> search(searcher, question));
    }

    private Found search(IndexSearcher searcher, Question question) throws IOException {
        Query rights = Rights.filter(question.viewer());
        QueryText text = QueryText.of(question.text(), question.kinds()::isField);
        Reading reading = read(searcher, text, rights, question.typing());
        Map<String, Set<String>> filters = new LinkedHashMap<>(text.filters());
        question.filters()
                .forEach((field, values) -> filters.merge(field, values, LuceneEngine::both));
        if (reading.isEmpty(filters) || question.viewer().blind()) {
            return new Found(List.of(), false, 0, List.of(), Optional.empty(), snapshot(searcher));
        }
        Sieve sieve = new Sieve(searcher, reading.words(), reading.conditions(filters));
        Future<Counting> counted = counting.submit(() -> Counting.of(sieve));
        try {
            return found(searcher, question, reading, sieve, filters, counted);
        } finally {
            ended(counted);
        }
    }

    private Found found(
            IndexSearcher searcher,
            Question question,
            Reading reading,
            Sieve sieve,
            Map<String, Set<String>> filters,
            Future<Counting> counted)
            throws IOException {
        int wanted = Math.min(SearchRequest.MAX_RESULTS, question.offset() + question.limit() + 1);
        Ranking ranking = new Ranking(searcher);
        List<ScoreDoc> ranked = ranking.rank(reading, sieve, wanted, question.typing());
        int from = Math.min(question.offset(), ranked.size());
        int to = Math.min(question.offset() + question.limit(), ranked.size());
        List<Hit> hits = new ArrayList<>();
        Excerpts excerpts = new Excerpts(reading);
        Reasons reasons = new Reasons(reading);
        for (ScoreDoc document : ranked.subList(from, to)) {
            Document stored = searcher.storedFields().document(document.doc);
            List<String> why =
                    question.explain()
                            ? reasons.of(
                                    stored,
                                    ranking.wasNamed(document.doc),
                                    ranking.wasLifted(document.doc))
                            : List.of();
            hits.add(hit(stored, question.kinds(), excerpts, why));
        }
        Counting counting = ended(counted);
        return new Found(
                hits,
                ranked.size() > to,
                counting.total(),
                facets(searcher, reading, filters, counting, question.kinds()),
                reading.corrected(),
                snapshot(searcher));
    }

    /** Waits for what was counted beside: nothing may be read once the searcher is given back. */
    private static Counting ended(Future<Counting> counted) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return counted.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof IOException cause) {
                        throw cause;
                    }
                    if (e.getCause() instanceof RuntimeException cause) {
                        throw cause;
                    }
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private Reading read(IndexSearcher searcher, QueryText text, Query rights, boolean typing)
            throws IOException {
        return Reading.of(text, typing, rights, new Vocabulary(searcher, rights), synonyms.get());
    }

    /** Counts a field that is filtered by as if it were not: so its other values can be chosen. */
    private static List<Facet> facets(
            IndexSearcher searcher,
            Reading reading,
            Map<String, Set<String>> filters,
            Counting counting,
            Kinds kinds)
            throws IOException {
        List<Facet> facets = new ArrayList<>();
        for (String field : kinds.fields().keySet()) {
            Counting counted = counting;
            if (filters.containsKey(field)) {
                Map<String, Set<String>> others = new HashMap<>(filters);
                others.remove(field);
                counted =
                        Counting.of(
                                new Sieve(searcher, reading.words(), reading.conditions(others)));
            }
            Facet facet = counted.facet(field, kinds);
            if (!facet.values().isEmpty()) {
                facets.add(facet);
            }
        }
        return facets;
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

    @Override
    public List<Suggestion> suggest(Question question) {
        return reading(
                searcher -> {
                    QueryText text = QueryText.of(question.text(), question.kinds()::isField);
                    Reading reading = read(searcher, text, Rights.filter(question.viewer()), true);
                    if (reading.size() == 0 || question.viewer().blind()) {
                        return List.<Suggestion>of();
                    }
                    Query query = reading.title();
                    Excerpts excerpts = new Excerpts(reading);
                    List<Suggestion> suggestions = new ArrayList<>();
                    for (ScoreDoc document : searcher.search(query, question.limit()).scoreDocs) {
                        Document stored = searcher.storedFields().document(document.doc);
                        Hit hit = hit(stored, question.kinds(), excerpts, List.of());
                        suggestions.add(
                                new Suggestion(
                                        hit.record(), hit.kindLabel(), hit.title(), hit.path()));
                    }
                    return suggestions;
                });
    }

    @Override
    public Optional<List<Hit>> similar(RecordRef record, Viewer viewer, Kinds kinds, int limit) {
        return reading(
                searcher -> {
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
                    Excerpts none =
                            new Excerpts(
                                    read(searcher, QueryText.of("", f -> false), rights, false));
                    List<Hit> hits = new ArrayList<>();
                    for (ScoreDoc document : searcher.search(others, limit).scoreDocs) {
                        hits.add(
                                hit(
                                        searcher.storedFields().document(document.doc),
                                        kinds,
                                        none,
                                        List.of()));
                    }
                    return Optional.of(hits);
                });
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

    private interface Searching<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    private interface Write {
        void run() throws IOException;
    }

    private String snapshot(IndexSearcher searcher) throws IOException {
        return name + ' ' + snapshots.record(searcher);
    }

    /** Works on the state of the index that was seen before, if it is still kept. */
    private <T> T onSnapshot(Optional<String> snapshot, Searching<T> work) {
        Optional<Long> token =
                snapshot.filter(one -> one.startsWith(name + ' '))
                        .map(one -> Long.valueOf(one.substring(name.length() + 1)));
        if (token.isPresent()) {
            return alive(
                    () -> {
                        IndexSearcher searcher = snapshots.acquire(token.get());
                        if (searcher == null) {
                            return onNewest(work);
                        }
                        try {
                            return work.with(searcher);
                        } finally {
                            snapshots.release(searcher);
                        }
                    });
        }
        return reading(work);
    }

    private <T> T reading(Searching<T> work) {
        return alive(() -> onNewest(work));
    }

    private <T> T onNewest(Searching<T> work) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return work.with(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T alive(Work<T> work) {
        life.readLock().lock();
        try {
            if (closed) {
                throw new Damaged("the index was closed");
            }
            return work.run();
        } catch (IOException | AlreadyClosedException | InternalError e) {
            throw new Damaged(e);
        } finally {
            life.readLock().unlock();
        }
    }

    private void writing(Write write) {
        alive(
                () -> {
                    write.run();
                    return null;
                });
    }

    @Override
    public void close() {
        life.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                closeQuietly(snapshots);
                closeQuietly(searchers);
                closeQuietly(writer);
                closeQuietly(directory);
                counting.shutdown();
                parts.shutdown();
            }
        } finally {
            life.writeLock().unlock();
        }
    }

    /** Whatever is lost by it was not committed, or the index is to be made anew anyway. */
    private static void closeQuietly(AutoCloseable one) {
        if (one != null) {
            try {
                one.close();
            } catch (Exception e) {
                LOG.debug("Closing the index: {}", e.toString());
            }
        }
    }
}
